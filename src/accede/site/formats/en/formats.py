"""Weeks begin on Monday, as ISO 8601 and CLDR for the world (region 001) have it: English is nobody's alone here."""

FIRST_DAY_OF_WEEK = 1
