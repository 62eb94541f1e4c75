"""Figures on the command line."""
