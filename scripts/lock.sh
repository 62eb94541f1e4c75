#!/usr/bin/env bash
# Writes requirements/*.txt from pyproject.toml: exact versions with their hashes, and no address.
set -euo pipefail
cd "$(dirname "$0")/.."
uv="$(command -v uv || echo .venv/bin/uv)"

lock() {
    local name="$1"
    shift
    {
        echo "# Made by \`make lock\` from pyproject.toml. Do not edit."
        "$uv" pip compile "$@" --quiet --universal --python-version 3.11 --generate-hashes \
            --no-annotate --no-header --no-emit-index-url
    } >"requirements/$name.part"
    mv "requirements/$name.part" "requirements/$name.txt"
}

mkdir -p requirements
lock uv --group uv
lock run pyproject.toml --group build
lock dev pyproject.toml --group build --group dev --constraint requirements/run.txt
lock bench pyproject.toml --group build --group dev --group bench --constraint requirements/dev.txt
