"""Sentences of money in the language of the reader."""
