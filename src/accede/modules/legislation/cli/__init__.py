"""Commands about laws."""
