"""From a grid of cells to typed rows: where the headings are, what each column means, what each cell holds."""
