"""The mandates as pages."""
