"""Sentences about mandates."""
