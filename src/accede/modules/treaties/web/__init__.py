"""Pages of the treaty register."""
