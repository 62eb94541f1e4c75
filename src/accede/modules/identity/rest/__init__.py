"""The REST face of people and organisations."""
