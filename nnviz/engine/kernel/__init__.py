"""Room for numbers, and the bound NumPy calls that fill it: what every network is computed with."""
