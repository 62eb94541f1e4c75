"""What can go wrong with the database, in words that say what to do next."""

from accede.foundation.readiness import NotReady


class DatabaseUnavailable(NotReady):
    """The database cannot be used now; the message says why and what to do."""
