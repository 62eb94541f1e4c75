"""Commands about cooperation."""
