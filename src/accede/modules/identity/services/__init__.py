"""Changes to people, organisations and grants."""
