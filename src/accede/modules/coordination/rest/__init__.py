"""Coordination in the API."""
