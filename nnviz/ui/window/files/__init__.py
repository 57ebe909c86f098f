"""What the window opens: experiments, tables, whatever is dropped on it."""
