"""The place in time, and the means to move it."""
