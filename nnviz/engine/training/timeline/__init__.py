"""A run through time: its course, what happened on the way, and the lines that it parted into."""
