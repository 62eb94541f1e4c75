"""A server that the public reaches: everything that differs comes from the environment.

Needs ACCEDE_SECRET_KEY, ACCEDE_HOSTS (names separated by commas), ACCEDE_DATABASE_URL for the role that pages are made
with, ACCEDE_DATABASE_OWNER_URL for the owner of the tables, ACCEDE_MAIL_HOST and ACCEDE_MAIL_FROM; takes
ACCEDE_MAIL_PORT, _USER, _PASSWORD and _TLS, ACCEDE_PROXIES (how many proxies stand before it, 1 unless said otherwise),
ACCEDE_FILES or ACCEDE_FILES_BUCKET (docs/guides/stored-files.md), ACCEDE_AUDIT_KEY (docs/operations/record.md) and
ACCEDE_OIDC (settings/partners.py).
"""

import os

from django.core.exceptions import ImproperlyConfigured

from accede.site.settings.base import *  # noqa: F403  (settings modules extend one another)
from accede.site.settings.base import STORAGES
from accede.site.settings.buckets import bucket_storage

_NEEDED = (
    "ACCEDE_SECRET_KEY",
    "ACCEDE_HOSTS",
    "ACCEDE_DATABASE_URL",
    "ACCEDE_DATABASE_OWNER_URL",
    "ACCEDE_MAIL_HOST",
    "ACCEDE_MAIL_FROM",
)
_absent = [name for name in _NEEDED if not os.environ.get(name)]
if _absent:
    raise ImproperlyConfigured(f"Set these environment variables before starting Accede: {', '.join(_absent)}.")

SECRET_KEY = os.environ["ACCEDE_SECRET_KEY"]
ACCEDE_IS_PUBLIC = True
ALLOWED_HOSTS = [host.strip() for host in os.environ["ACCEDE_HOSTS"].split(",")]
ACCEDE_SITE = f"https://{ALLOWED_HOSTS[0]}"
SECURE_SSL_REDIRECT = True
SECURE_HSTS_SECONDS = 31_536_000
SECURE_HSTS_INCLUDE_SUBDOMAINS = True
SECURE_HSTS_PRELOAD = True
SESSION_COOKIE_NAME = "__Host-accede_session"
SESSION_COOKIE_SECURE = True
CSRF_COOKIE_NAME = "__Host-accede_csrf"
CSRF_COOKIE_SECURE = True
ACCOUNT_DEFAULT_HTTP_PROTOCOL = "https"
ALLAUTH_TRUSTED_PROXY_COUNT = int(os.environ.get("ACCEDE_PROXIES", "1"))

EMAIL_HOST = os.environ["ACCEDE_MAIL_HOST"]
EMAIL_PORT = int(os.environ.get("ACCEDE_MAIL_PORT", "587"))
EMAIL_HOST_USER = os.environ.get("ACCEDE_MAIL_USER", "")
EMAIL_HOST_PASSWORD = os.environ.get("ACCEDE_MAIL_PASSWORD", "")
EMAIL_USE_TLS = os.environ.get("ACCEDE_MAIL_TLS", "yes") == "yes"
DEFAULT_FROM_EMAIL = os.environ["ACCEDE_MAIL_FROM"]
if os.environ.get("ACCEDE_FILES_BUCKET"):
    STORAGES["files"] = bucket_storage(os.environ)
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
