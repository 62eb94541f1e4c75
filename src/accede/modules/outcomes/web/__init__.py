"""Pages of outcomes and of the file of a State."""
