"""The windows beside the main one: comparisons, seeds, data in the hand."""
