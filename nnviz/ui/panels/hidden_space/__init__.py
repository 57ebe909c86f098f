"""The hidden space panel."""
