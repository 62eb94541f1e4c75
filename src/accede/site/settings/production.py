"""A server that the public reaches: everything that differs comes from the environment.

Needs ACCEDE_SECRET_KEY, ACCEDE_HOSTS (names separated by commas) and ACCEDE_DATABASE_URL.
"""

import os

from django.core.exceptions import ImproperlyConfigured

from accede.site.settings.base import *  # noqa: F403  (settings modules extend one another)

_absent = [name for name in ("ACCEDE_SECRET_KEY", "ACCEDE_HOSTS", "ACCEDE_DATABASE_URL") if not os.environ.get(name)]
if _absent:
    raise ImproperlyConfigured(f"Set these environment variables before starting Accede: {', '.join(_absent)}.")

SECRET_KEY = os.environ["ACCEDE_SECRET_KEY"]
ALLOWED_HOSTS = [host.strip() for host in os.environ["ACCEDE_HOSTS"].split(",")]
SECURE_SSL_REDIRECT = True
SECURE_HSTS_SECONDS = 31_536_000
SECURE_HSTS_INCLUDE_SUBDOMAINS = True
SECURE_HSTS_PRELOAD = True
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
