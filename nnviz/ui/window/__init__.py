"""The main window: its frame, docks, messages, keys, and what is remembered of it."""
