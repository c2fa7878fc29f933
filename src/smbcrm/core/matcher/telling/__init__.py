"""What is told and kept of a judged pair."""
