"""Experiments in and out of files: what follows from what, and what is wrong where."""
