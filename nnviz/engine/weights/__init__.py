"""Weights in and out: the files in which other tools keep the parameters of a network."""

SAFETENSORS, ONNX = ".safetensors", ".onnx"
ENDINGS = (SAFETENSORS, ONNX)
"""Of the files that are read and written."""
