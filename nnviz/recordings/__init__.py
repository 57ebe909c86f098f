"""Recordings: every number of somebody's own PyTorch loop, in one file, and what it takes to look at it as at a run.

Read in this order: ``layout`` (what stands in the file), ``watching`` (what is seen of a loop: its network, its loss,
its optimiser), ``spool`` (the numbers on their way into the file), ``proof`` (the engine comes to the same numbers),
``reading``, ``replay`` (a run of what was recorded).
"""

ENDING = ".nnviz-run"
"""What the names of recordings end in."""
