"""What becomes of a sheet on its way into the store: found, understood, written, counted and told."""
