"""Two experiments side by side: what they differ in, trained in step."""
