"""The record of one iteration: every number of one update, its phases, and the steps through it."""
