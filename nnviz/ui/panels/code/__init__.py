"""The training step as code."""
