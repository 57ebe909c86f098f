"""The formula of a phase, with this step's numbers and a sentence on what is happening."""
