"""Tests: modules."""
