"""The window of Nomina. It asks the core for everything through one thread and holds no truth of its own."""
