"""Fields of requests: each declared once."""
