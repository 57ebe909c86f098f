"""The experiment panel."""
