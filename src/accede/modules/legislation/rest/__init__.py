"""Laws in the API."""
