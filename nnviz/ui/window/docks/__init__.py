"""The panels around the diagram: where they stand, and what reaches them."""
