"""What the user can ask of the window: a table for each group of the menu."""
