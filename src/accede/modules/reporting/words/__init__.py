"""Figures in words, and what a reader asks of them."""
