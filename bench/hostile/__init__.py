"""Files that nobody would write, made for `bench/uploads.py` and never kept."""
