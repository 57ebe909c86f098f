"""Pictures of what is on screen: of the window or of a part of it, as pixels or as lines and text."""
