"""Codes of the register and their words."""
