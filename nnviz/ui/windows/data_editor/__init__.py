"""Data in the hand: a drawing board for data with one or two inputs, and a look into a table before it is opened."""
