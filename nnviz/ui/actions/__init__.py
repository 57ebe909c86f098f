"""What the user can ask of the window, in a table, and the actions made from it."""
