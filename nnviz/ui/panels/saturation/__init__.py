"""The saturation inspector."""
