"""The same questions in other engines."""
