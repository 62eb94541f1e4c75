"""Mandates on the command line."""
