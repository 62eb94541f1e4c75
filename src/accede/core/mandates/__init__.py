"""Resolutions of the United Nations read as paragraphs, duties, conditions and dates."""
