"""A file is read on a few screens and a function on one: 400 and 60 lines."""

import ast
from collections.abc import Iterator

from tests.rules import codebase

MOST_LINES = 400
MOST_LINES_OF_A_FUNCTION = 60


def too_long(source: str, name: str) -> Iterator[str]:
    """Yield what is too long in a Python file."""
    lines = source.count("\n")
    if lines > MOST_LINES:
        yield f"{name}: {lines} lines, at most {MOST_LINES}"
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            length = (node.end_lineno or node.lineno) - node.lineno + 1
            if length > MOST_LINES_OF_A_FUNCTION:
                yield f"{name}:{node.lineno} {node.name}: {length} lines, at most {MOST_LINES_OF_A_FUNCTION}"


def test_files_and_functions_are_short():
    sources = (path for path in codebase.files(".py") if "migrations" not in path.parts)

    found = [line for path in sources for line in too_long(path.read_text("utf-8"), codebase.name_of(path))]

    assert found == []


def test_templates_styles_and_scripts_are_short():
    texts = [*codebase.templates(), *codebase.files(".css", ".js", below=codebase.PACKAGE)]

    found = [codebase.name_of(path) for path in texts if path.read_text("utf-8").count("\n") > MOST_LINES]

    assert found == []


def test_the_rule_sees_a_long_file_and_a_long_function():
    function = "def f():\n" + "    x = 1\n" * MOST_LINES_OF_A_FUNCTION

    assert list(too_long("x = 1\n" * (MOST_LINES + 1), "a.py")) == ["a.py: 401 lines, at most 400"]
    assert list(too_long(function, "a.py")) == ["a.py:1 f: 61 lines, at most 60"]
