"""What a State's laws say beside what the instruments ask: provisions, obligations, candidates."""
