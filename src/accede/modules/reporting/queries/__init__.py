"""What figures are there, and what they count for whom."""
