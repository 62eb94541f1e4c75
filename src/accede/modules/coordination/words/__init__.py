"""Words of coordination."""
