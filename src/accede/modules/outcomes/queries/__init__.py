"""What is asked of outcomes and of the file of a State."""
