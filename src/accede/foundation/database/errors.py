"""What can go wrong with the database, in words that say what to do next."""


class DatabaseUnavailable(Exception):  # noqa: N818  (a state of affairs, told to a person; not a fault of the program)
    """The database cannot be used now; the message says why and what to do."""
