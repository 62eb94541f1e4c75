"""Codes of reference and their words."""
