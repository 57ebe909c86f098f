"""Experiments as code: one readable script, plain NumPy or PyTorch, or the same as a Jupyter notebook."""
