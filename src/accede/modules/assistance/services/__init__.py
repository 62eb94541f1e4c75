"""What is done with requests: each in one transaction."""
