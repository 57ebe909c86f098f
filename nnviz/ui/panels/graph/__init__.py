"""The computation graph of one example's loss."""
