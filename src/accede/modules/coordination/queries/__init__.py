"""What is asked of coordination."""
