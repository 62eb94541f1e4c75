"""Settings: `base` holds what is always true; `local`, `production` and `testing` hold what differs."""
