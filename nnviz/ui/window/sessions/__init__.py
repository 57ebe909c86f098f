"""What is kept of a run and taken up again: sessions, by the user and by itself, and recordings."""
