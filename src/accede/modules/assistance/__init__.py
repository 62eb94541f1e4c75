"""Requests of States for assistance: filed, received, screened and decided.

Who may not see a request cannot tell that it is there: its number counts within its State's own year.
"""
