"""Fields of outcomes."""
