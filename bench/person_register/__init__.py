"""A seeded register of invented attendances, written apart from the matcher: it knows nothing of keys or weights."""
