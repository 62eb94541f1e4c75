"""Accede: runs a United Nations programme of technical assistance against terrorism.

Four storeys, imports only downward: ``site`` → ``modules`` → ``foundation`` → ``core``.
See ARCHITECTURE.md for where a thing goes.
"""
