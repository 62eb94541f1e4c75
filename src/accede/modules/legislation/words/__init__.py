"""Documents and sentences about laws and their review."""
