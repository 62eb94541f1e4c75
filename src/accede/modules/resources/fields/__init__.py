"""Fields of funds, rates and contributions: each declared once."""
