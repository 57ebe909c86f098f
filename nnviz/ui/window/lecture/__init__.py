"""The window while a lecture is given, tried or written."""
