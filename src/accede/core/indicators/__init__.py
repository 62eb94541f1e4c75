"""Figures that prove themselves: what is counted, by which rule, from which records, with a hash of all of it.

A figure is a definition, its parameters, a value and the records behind it. Whoever has these can count again; whoever
has the hash can tell whether a byte of them was changed.
"""
