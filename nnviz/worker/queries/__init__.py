"""What panels want to know of the model, a file for each subject: see ``nnviz.worker.findings``."""
