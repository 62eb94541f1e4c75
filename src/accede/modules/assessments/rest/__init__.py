"""Assessments in the API."""
