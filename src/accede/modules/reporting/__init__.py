"""Figures with their proof, and what is made of them.

A figure says what it counts, of which days, from which records, and carries a hash of all of it. Whoever may see the
records is told the number; everybody else is told as much of it as the rule of disclosure lets out.
"""
