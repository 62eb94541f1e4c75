"""Changes to the reference tables."""
