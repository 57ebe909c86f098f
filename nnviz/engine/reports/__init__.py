"""What is written for others to read: traces, summaries and tables."""
