"""The tables of the mandates."""
