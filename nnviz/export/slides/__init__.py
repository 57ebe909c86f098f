"""Slides of an experiment or a lecture, to be edited, or a page each to be printed."""
