"""Step three: what a paragraph says: its acts, addressees, conditions, deadlines and citations."""
