"""Words of mandates that stand above queries and services."""
