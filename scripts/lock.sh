#!/usr/bin/env bash
# Writes requirements/*.txt from pyproject.toml: exact versions with their hashes, and no address. Versions that are locked
# stay unless pyproject.toml forbids them; `make lock ARGS=--upgrade` takes the newest of each.
set -euo pipefail
cd "$(dirname "$0")/.."
uv="$(command -v uv || echo .venv/bin/uv)"

extra=("$@")

lock() {
    local name="$1" part="requirements/$1.part"
    shift
    [ ! -e "requirements/$name.txt" ] || cp "requirements/$name.txt" "$part"
    "$uv" pip compile "$@" ${extra[@]+"${extra[@]}"} --output-file "$part" --quiet --universal --python-version 3.11 \
        --generate-hashes --no-annotate --no-header --no-emit-index-url
    { echo "# Made by \`make lock\` from pyproject.toml. Do not edit." && cat "$part"; } >"requirements/$name.txt"
    rm "$part"
}

mkdir -p requirements
lock uv --group uv
lock run pyproject.toml --group build
lock dev pyproject.toml --group build --group dev --constraint requirements/run.txt
lock bench pyproject.toml --group build --group dev --group bench --constraint requirements/dev.txt
