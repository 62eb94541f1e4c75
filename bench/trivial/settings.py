"""The settings of a machine of one's own, with the trivial page's addresses."""

from accede.site.settings.local import *  # noqa: F403  (settings modules extend one another)

ROOT_URLCONF = "bench.trivial.urls"
