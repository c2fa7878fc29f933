"""Results out: the only place that knows widths, colours, formats and languages."""
