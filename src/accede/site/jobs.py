"""Jobs of what is no app: the queue looks for them here."""

import accede.foundation.workflow.jobs  # noqa: F401  (jobs register themselves)
