"""The loss over two directions in which the parameters can go, as a map; over one, as a curve."""
