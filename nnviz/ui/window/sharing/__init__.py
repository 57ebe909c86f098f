"""What the main window has to be taken away."""
