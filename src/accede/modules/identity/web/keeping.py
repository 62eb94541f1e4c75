"""Where sessions are kept; for SESSION_ENGINE."""

from django.conf import settings
from django.contrib.sessions.backends import db
from django.contrib.sessions.base_session import AbstractBaseSession

from accede.foundation import clock


class SessionStore(db.SessionStore):
    """Sessions in the database, none of which lasts longer than it may when the clock is set back."""

    def _get_session_from_db(self) -> AbstractBaseSession | None:
        """Return the session, None where it has ended, or would last longer than one that begins now."""
        found: AbstractBaseSession | None = super()._get_session_from_db()  # type: ignore[misc]  # (the stubs leave it out)
        longest = self.get_expiry_date(expiry=settings.SESSION_COOKIE_AGE) + clock.MAY_DIFFER
        if found is not None and found.expire_date > longest:
            self._session_key = None
            return None
        return found
