"""Settings of a worker process that serves the queue of a test database."""

import os

from accede.site.settings.testing import *  # noqa: F403  (settings modules extend one another)
from accede.site.settings.testing import DATABASES

DATABASES["default"]["NAME"] = os.environ["ACCEDE_TEST_DATABASE"]
PROCRASTINATE_IMPORT_PATHS = ["tests.support.errands"]
