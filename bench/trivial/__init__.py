"""The site with one trivial page more, for bench/pages.py to measure the others by."""
