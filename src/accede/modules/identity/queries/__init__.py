"""Questions about people, organisations and grants."""
