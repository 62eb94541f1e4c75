"""Cooperation in words: reasons, titles, opinions, and what a reader asks."""
