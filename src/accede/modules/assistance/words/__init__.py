"""Sentences of requests in the language of the reader."""
