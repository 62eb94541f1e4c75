"""What is asked of the catalogue of obligations and of the laws."""
