"""Questions about cooperation between States."""
