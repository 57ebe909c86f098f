"""Many seeds or learning rates of one experiment, side by side."""
