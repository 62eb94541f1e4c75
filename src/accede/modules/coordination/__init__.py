"""Coordination with other bodies: who they are in time, whom one turns to there, and what they answer when consulted.

It refers to what a consultation is about by kind and reference: activities stand above it.
"""
