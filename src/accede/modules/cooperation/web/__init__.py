"""Pages of cooperation between States."""
