"""Coordination with other bodies: who they are, and how they are consulted."""
