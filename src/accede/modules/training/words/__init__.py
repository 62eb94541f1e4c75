"""Words of training."""
