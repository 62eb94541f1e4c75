"""What is asked of requests, as far as the reader may see them."""
