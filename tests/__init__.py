"""The tests. `core` needs no database; `foundation` and `modules` mirror the source; `journeys` need a browser."""
