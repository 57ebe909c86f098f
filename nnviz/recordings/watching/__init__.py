"""What is seen of a PyTorch loop while it trains: its network, its loss, its optimiser, and the numbers of each step.

Only here is PyTorch imported; nothing of nnviz imports this but ``nnviz.record``, when it is called.
"""
