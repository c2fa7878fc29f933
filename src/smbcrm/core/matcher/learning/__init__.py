"""What a list teaches about its own values: how rare they are, how reliable, who shares a name."""
