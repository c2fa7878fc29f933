"""The parts of the judgement whether two rows are one customer."""
