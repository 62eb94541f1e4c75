"""Laws of States beside what the instruments ask: reading a law, the obligations, the provisions that may answer."""
