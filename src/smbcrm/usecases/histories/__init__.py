"""The parts of a customer's timeline."""
