#!/usr/bin/env bash
# Runs every check, also after one has failed, and ends with the list of those that failed. With --but-tests, without
# the tests of rules: `make test` has them among all others.
set -uo pipefail
cd "$(dirname "$0")/.."
failed=()

check() {
    local name="$1" started=$SECONDS words
    shift
    if words="$("$@" 2>&1)"; then
        printf '%-24s ok (%d s)\n' "$name" $((SECONDS - started))
    else
        printf '%-24s FAILED\n%s\n' "$name" "$words"
        failed+=("$name")
    fi
}

check "format" ruff format --check --quiet
check "lint" ruff check --quiet
check "types" mypy
check "import contracts" lint-imports
check "dead code" python -m tools.dead_code
check "dependencies" deptry .
check "spelling" codespell
check "templates" djlint src --check --lint --quiet
if [[ "${1:-}" != --but-tests ]]; then
    check "styles, files, words" pytest tests/rules -n auto -q -p no:cacheprovider
fi

if ((${#failed[@]})); then
    echo "Failed: ${failed[*]}"
    exit 1
fi
