"""nnviz: one training iteration of a neural network, stepped forward and backward, with true numbers."""

__version__ = "0.1.0"
