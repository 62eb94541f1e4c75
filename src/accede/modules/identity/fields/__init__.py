"""Fields of people and organisations, each declared once."""
