"""The gradient flow panel."""
