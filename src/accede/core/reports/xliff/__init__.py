"""Translations that leave and come back as XLIFF 1.2 (OASIS, 2008) and 2.0/2.1 (OASIS, 2014, 2018; ISO 21720)."""
