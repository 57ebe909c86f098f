"""What the window opens and keeps: experiments, tables, sessions."""
