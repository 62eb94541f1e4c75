"""What is done with money: each in one transaction."""
