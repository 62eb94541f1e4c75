"""Assistance to States: what a resolution demands before something is delivered."""
