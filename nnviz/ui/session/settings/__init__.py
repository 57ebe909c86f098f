"""What can be set in an experiment: a row for each setting, and what follows from the rows."""
