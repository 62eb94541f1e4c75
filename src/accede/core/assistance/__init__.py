"""Assistance to States: the workflow of a request, its gates and its clocks."""
