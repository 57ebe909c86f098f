"""What the window knows without a widget: the moment on screen, the place in time, what was changed."""
