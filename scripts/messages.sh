#!/usr/bin/env bash
# Collects the words that are marked for translation into the catalogues, and compiles what has been translated.
set -euo pipefail
cd "$(dirname "$0")/../src/accede"

if ! command -v xgettext >/dev/null; then
    echo "Collecting words needs gettext, which is not installed (Debian and Ubuntu: apt-get install gettext)."
    exit 1
fi
export DJANGO_SETTINGS_MODULE=accede.site.settings.testing
languages=(--locale=ar --locale=es --locale=fr --locale=ru --locale=zh_Hans)
django-admin makemessages "${languages[@]}" --add-location=file --no-obsolete --no-wrap
python -c "from accede.site.preparing import compile_messages; print('Catalogues compiled:', compile_messages())"
