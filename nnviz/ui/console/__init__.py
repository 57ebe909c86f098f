"""What the lecturer sees and the audience does not: the stage small, what comes next, notes, time, and the scenes."""
