"""Rows of what the user can ask for, and the actions made from them."""
