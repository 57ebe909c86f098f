"""What a network has learned, and how healthy its signals are: pure functions of what is known."""
