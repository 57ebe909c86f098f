"""What the audience sees: one network, large, one sentence, and a thin line of time."""
