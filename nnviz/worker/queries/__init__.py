"""What panels want to know of the model, a file for each theme: see ``nnviz.worker.queries.query``."""
