"""Sentences about outcomes."""
