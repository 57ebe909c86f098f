"""What plots are made of: axes, marks, names, layers that are kept."""
