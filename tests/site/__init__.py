"""Tests of `accede.site`."""
