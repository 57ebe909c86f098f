"""A network's architecture and parameters, and the plan that it is compiled to."""
