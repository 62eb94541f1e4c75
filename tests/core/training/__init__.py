"""Tests: rules of training."""
