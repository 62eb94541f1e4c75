"""A machine of one's own: `make run`. The key is made once and kept in the state folder."""

from accede.foundation import database, keys
from accede.site.settings.base import *  # noqa: F403  (settings modules extend one another)

SECRET_KEY = keys.found_or_made(keys.SECRET, database.home())
ALLOWED_HOSTS = ["127.0.0.1", "localhost", "[::1]"]

ACCEDE_SAMPLE_PEOPLE = True
EMAIL_BACKEND = "django.core.mail.backends.console.EmailBackend"
