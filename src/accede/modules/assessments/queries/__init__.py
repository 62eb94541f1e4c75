"""What is asked of consents, assessments and needs, as far as the reader may see them."""
