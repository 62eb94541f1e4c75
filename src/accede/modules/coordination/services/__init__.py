"""What is done in coordination."""
