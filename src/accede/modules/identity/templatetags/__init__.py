"""Tags of the templates of identity."""
