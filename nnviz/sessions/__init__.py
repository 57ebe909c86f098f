"""Sessions: an experiment, its data, every line of its run, and what was on screen, in one file.

Read in this order: ``session`` (the value), ``layout`` (what stands in the file), ``events`` (what happened, as a
file says it), ``container`` (the file itself, and its bounds), ``writing``, ``reading``, ``opening`` (a run of it).
"""
