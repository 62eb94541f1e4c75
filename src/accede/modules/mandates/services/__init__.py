"""What is done with mandates: reading documents, importing, correcting."""
