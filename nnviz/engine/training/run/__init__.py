"""The trainer, and how well the network that it trains does."""
