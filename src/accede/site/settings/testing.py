"""Tests: the same product; static files are read where they lie."""

from accede.foundation import database
from accede.site.settings.base import *  # noqa: F403  (settings modules extend one another)

SECRET_KEY = "only-for-tests"  # noqa: S105  (protects nothing: tests only)
ALLOWED_HOSTS = ["testserver", "127.0.0.1", "localhost"]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "files": {"BACKEND": "accede.foundation.files.folder.Folder"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = True

# One database, so that what a test counts goes with it; passwords hashed in no time.
# As the owner, who makes the tables and the facts of a test; a page is confined to the web role all the same.
DATABASES = {"default": database.connection_settings(owner=True)}
CACHES = {"default": {"BACKEND": "accede.foundation.limits.SharedStore"}}
ACCEDE_SITE = "http://testserver"
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
