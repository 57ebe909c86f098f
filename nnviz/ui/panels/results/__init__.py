"""The results panel."""
