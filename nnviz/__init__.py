"""nnviz: one training iteration of a neural network, stepped forward and backward, with true numbers."""

import os

__version__ = "0.1.0"

# Read when NumPy is first imported. The matrices here are far too small for more threads to be worth their cost, and
# the number of threads decides the last bits of large products: with one, the same file gives the same run.
for _library in ("OPENBLAS", "OMP", "MKL"):
    os.environ.setdefault(f"{_library}_NUM_THREADS", "1")
