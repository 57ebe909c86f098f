"""The model thread and its face on the UI side. The UI asks, the model answers; what crosses is frozen."""
