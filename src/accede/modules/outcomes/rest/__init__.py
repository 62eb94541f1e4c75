"""Outcomes in the API."""
