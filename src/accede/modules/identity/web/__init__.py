"""Pages of sign-in, people, organisations and grants."""
