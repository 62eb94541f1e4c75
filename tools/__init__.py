"""Programs for those who build the product: they write files that are kept in git. Not part of the product."""
