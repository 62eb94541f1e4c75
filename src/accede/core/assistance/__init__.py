"""Assistance to States: the workflow of a request and its clocks; what a resolution demands before delivery."""
