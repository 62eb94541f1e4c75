"""Sentences of assessments in the language of the reader."""
