"""Figures in the API."""
