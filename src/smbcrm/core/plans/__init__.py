"""The parts of a plan: its model, the programme that chooses, the days it falls on."""
