"""A lecture as a guided tour: what is said and asked stands beside the window, whose controls are all live."""
