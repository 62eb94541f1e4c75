"""Fields of cooperation, each declared once, and the words of their codes."""
