#!/usr/bin/env bash
# Writes the pages of docs/ that are made from the program, from a database of their own that holds the shipped facts.
set -euo pipefail
cd "$(dirname "$0")/.."

ACCEDE_HOME="$(mktemp -d)"
export ACCEDE_HOME ACCEDE_PG_LINGER=1 DJANGO_SETTINGS_MODULE=accede.site.settings.local
unset ACCEDE_DATABASE_URL
chmod 755 "$ACCEDE_HOME"
trap 'python -m accede.foundation.database stop >/dev/null 2>&1 || true; rm -rf "$ACCEDE_HOME"' EXIT

python -c "
import django
from accede.foundation import database
database.ensure_running()
django.setup()
database.migrate_under_lock()
from tools.docs import write
write()
"
