"""What things are called on screen: units, weights, layers, functions, settings and events; one name each."""
