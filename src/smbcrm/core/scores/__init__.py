"""The parts of a score, what they say, and how they add up."""
