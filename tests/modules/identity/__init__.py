"""Tests: people, organisations, roles, sign-in."""
