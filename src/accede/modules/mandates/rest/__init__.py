"""The mandates over REST."""
