"""The panels beside the diagram: each shows one thing about the run, and says what the user did by signals.

Only modules in here import pyqtgraph.
"""
