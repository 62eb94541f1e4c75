"""What is done with outcomes."""
