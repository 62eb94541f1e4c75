"""What the mandates hold, as questions."""
