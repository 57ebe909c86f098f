"""The diagram: the network as units and edges, with the numbers of one moment."""
