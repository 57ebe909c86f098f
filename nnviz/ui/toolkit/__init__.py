"""What any part of the window may use: controls, plots, lettering."""
