"""What is asked of the books, as far as the reader may see them."""
