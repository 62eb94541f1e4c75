"""The languages in which resolutions are read, each with its looks, leading verbs, numbers and days."""
