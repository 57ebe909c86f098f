"""The examples of a run as points: where they stand, their marks, colours, words, and what is answered around them."""
