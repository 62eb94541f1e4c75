"""What is true of every installation."""

import os
from pathlib import Path
from typing import Any

from csp.constants import NONE, SELF

from accede.foundation import database
from accede.site.settings.sign_in import *  # noqa: F403  (settings modules extend one another)
from accede.site.settings.sign_in import PARTNER_ORIGINS

PACKAGE = Path(__file__).resolve().parents[2]

DEBUG = False
ALLOWED_HOSTS: list[str] = []
ROOT_URLCONF = "accede.site.urls"
WSGI_APPLICATION = "accede.site.wsgi.application"
#: An address is unique whatever its capitals, by a constraint that this check does not look for.
SILENCED_SYSTEM_CHECKS = ["auth.W004"]
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
APPEND_SLASH = True

INSTALLED_APPS = [
    "django.contrib.staticfiles",
    "django.contrib.postgres",
    "django.contrib.sitemaps",
    "django.contrib.contenttypes",
    "django.contrib.auth",
    "django.contrib.sessions",
    "django.contrib.messages",
    # Before allauth, whose templates it replaces.
    "accede.modules.identity",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.usersessions",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.openid_connect",
    "django_cotton.apps.SimpleAppConfig",
    "procrastinate.contrib.django",
    "accede.foundation.audit",
    "accede.foundation.calendar",
    "accede.foundation.comments",
    "accede.foundation.forms",
    "accede.foundation.outbox",
    "accede.foundation.files",
    "accede.foundation.search",
    "accede.modules.reference",
    "accede.modules.mandates",
    "accede.modules.treaties",
    "accede.modules.cooperation",
    "accede.modules.resources",
    "accede.modules.coordination",
    "accede.modules.assistance",
    "accede.modules.outcomes",
    "accede.modules.assessments",
    "accede.modules.legislation",
    "accede.modules.reporting",
    "accede.site",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "accede.foundation.pages.headers.SafetyHeaders",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "accede.foundation.pages.bodies.BodyLimit",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "accede.foundation.pages.visitors.VisitorPages",
    "accede.foundation.access.middleware.Doorkeeper",
    "accede.modules.identity.web.gate.SecondFactorGate",
    "accede.site.errors.Wordless",
    "accede.foundation.pages.public.PublicPages",
]

TEMPLATES: list[dict[str, Any]] = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        # The skins of sign-in have the names that django-allauth looks for.
        "DIRS": [PACKAGE / "site" / "templates", PACKAGE / "modules" / "identity" / "skins" / "templates"],
        "OPTIONS": {
            "loaders": [
                (
                    "django.template.loaders.cached.Loader",
                    [
                        "django_cotton.cotton_loader.Loader",
                        "django.template.loaders.filesystem.Loader",
                        "django.template.loaders.app_directories.Loader",
                    ],
                )
            ],
            "context_processors": ["django.contrib.messages.context_processors.messages", "accede.site.context.frame"],
            "libraries": {"asat": "accede.foundation.pages.templatetags.asat"},
            "builtins": [
                "django.templatetags.i18n",
                "django.templatetags.static",
                "django_cotton.templatetags.cotton",
            ],
        },
    }
]

# “limits” is the same database over connections of its own: what is counted there outlives a request's transaction.
DATABASES = {"default": database.connection_settings(), "limits": database.connection_settings()}
DATABASES["limits"]["OPTIONS"]["pool"] |= {"max_size": 4}
CACHES = {"default": {"BACKEND": "accede.foundation.limits.SharedStore", "OPTIONS": {"database": "limits"}}}
#: Whether the public reaches this installation; the production settings say so.
ACCEDE_IS_PUBLIC = False
#: The e-mail address of the office that keeps this record; pages show it to whoever knows better.
ACCEDE_CONTACT = os.environ.get("ACCEDE_CONTACT", "")
#: A function of a module that the foundation asks who acts in a request.
ACCEDE_ACTOR_OF = "accede.modules.identity.web.acting.actor_of_request"
#: A function of a module that the foundation asks what people and organisations are called.
ACCEDE_NAMES_OF = "accede.modules.identity.queries.people.names_of"
#: A function of a module that the foundation asks where a person is reached, and as whom they act.
ACCEDE_MAILBOX_OF = "accede.modules.identity.queries.mailboxes.mailbox_of"
#: What notices can be about, as the site lists it.
ACCEDE_THINGS = "accede.site.things.THINGS"
#: The workflows by their keys, as the site lists them.
ACCEDE_FLOWS = "accede.site.workflows.FLOWS"
#: What an office has templates for, as the site lists it.
ACCEDE_TEMPLATE_KINDS = "accede.site.office_templates.TEMPLATE_KINDS"
#: Under which address the site is reached, for letters, which no request precedes.
ACCEDE_SITE = f"http://localhost:{os.environ.get('ACCEDE_PORT', '8000')}"
PROCRASTINATE_AUTODISCOVER_MODULE_NAME = "jobs"

LANGUAGE_CODE = "en"
LANGUAGES = [
    ("ar", "العربية"),
    ("zh-hans", "中文"),
    ("en", "English"),
    ("fr", "Français"),
    ("ru", "Русский"),
    ("es", "Español"),
]
FORMAT_MODULE_PATH = ["accede.site.formats"]
# Where the program’s own folder cannot be written to, its catalogues are compiled into the state folder.
LOCALE_PATHS = [path for path in (database.home() / "locale", PACKAGE / "locale") if path.is_dir()]
USE_I18N = True
USE_TZ = True
TIME_ZONE = "UTC"

ACCEDE_PAGE_VERSION = "accede.site.versions.page_version"

STATIC_URL = "/static/"
STATICFILES_DIRS = [PACKAGE / "site" / "static"]
STATIC_ROOT = database.home() / "static"
STORAGES: dict[str, dict[str, Any]] = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "files": {"BACKEND": "accede.foundation.files.folder.Folder"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
WHITENOISE_MAX_AGE = 31_536_000

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF],
        "connect-src": [SELF],
        "font-src": [SELF],
        "manifest-src": [SELF],
        # A form that leads on to a partner's provider counts as sent there.
        "form-action": [SELF, *PARTNER_ORIGINS],
        "frame-ancestors": [NONE],
        "base-uri": [NONE],
    }
}
X_FRAME_OPTIONS = "DENY"
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "{asctime} {levelname} {name} {message}", "style": "{"}},
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["stderr"], "level": "WARNING"},
    # That there is no page, or that somebody tries too often, is no fault of ours; a flood must not fill the disk.
    "loggers": {"django.request": {"level": "ERROR"}},
}
