#!/usr/bin/env bash
# Runs the measurements in bench/: all of them, or those named (start crash …), each printing what it is compared with.
set -euo pipefail
cd "$(dirname "$0")/.."

if (($# == 0)); then
    set -- $(basename -s .py -a bench/[a-z]*.py)
fi
for name in "$@"; do
    echo "== $name"
    python "bench/$name.py"
done
