#!/usr/bin/env bash
# Collects the words that are marked for translation into the catalogues, and compiles what has been translated.
set -euo pipefail
cd "$(dirname "$0")/.."

python -m tools.messages
python -c "from accede.site.preparing import compile_messages; print('Catalogues compiled:', compile_messages())"
