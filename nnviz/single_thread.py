"""One thread for linear algebra, from where it is imported: before NumPy is, by whatever is nnviz's own.

The matrices here are far too small for more threads to be worth their cost, and the number of threads decides the last
bits of large products: with one, the same file gives the same run. Whoever only records a loop of their own keeps the
threads that they have.
"""

import os

for _library in ("OPENBLAS", "OMP", "MKL"):
    os.environ.setdefault(f"{_library}_NUM_THREADS", "1")
