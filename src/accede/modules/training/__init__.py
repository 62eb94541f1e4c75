"""Training of officials: events with their sessions, nominations, attendance, certificates, figures.

Everything that names an official lies in rows of its own, which can be taken away while the figures stay.
"""
