"""Training of officials: events, nominations, attendance, and persons counted once."""
