"""Pages that explain the numbers on screen: where each comes from, and what it does."""
