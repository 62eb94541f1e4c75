"""The fields of training."""
