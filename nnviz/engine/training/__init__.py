"""Networks, their training, and the record of an iteration."""
