"""The fields and codes of laws, each once."""
