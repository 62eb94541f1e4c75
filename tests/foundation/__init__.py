"""Tests of `accede.foundation`."""
