"""Print what a migration has to say so that the database holds the workflows. ``python -m tools.workflow_sql``."""

import os

import django


def main() -> None:
    """Print the statements of every table that follows a workflow, each once."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "accede.site.settings.testing")
    django.setup()
    from accede.foundation.access import SYSTEM  # noqa: PLC0415  (needs the apps)
    from accede.foundation.workflow.holding import trigger  # noqa: PLC0415  (as above)
    from accede.site.workflows import WORKFLOWS  # noqa: PLC0415  (as above)

    for text in {trigger(one.flow.table, on=one.flow.rows(SYSTEM).model._meta.db_table) for one in WORKFLOWS}:
        print(text)


if __name__ == "__main__":
    main()
