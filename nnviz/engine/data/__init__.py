"""Where examples come from, and what becomes of them before a network sees them."""
