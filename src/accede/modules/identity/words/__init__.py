"""People and organisations in words."""
