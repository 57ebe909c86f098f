"""What leaves nnviz: pictures now; films, tables and code later."""
