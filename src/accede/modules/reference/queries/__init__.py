"""Questions about States and sources."""
