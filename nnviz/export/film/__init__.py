"""Films: frames are drawn one after the other, at places in time, and become a file."""
