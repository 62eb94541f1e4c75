"""Fields of consents, assessments and needs: each declared once."""
