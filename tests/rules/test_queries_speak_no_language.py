"""Queries return codes, days and numbers: none of them marks a word for translation or knows a request."""

import ast
from collections.abc import Iterator

from tests.rules import codebase

FORBIDDEN = ("django.utils.translation", "django.http", "django.shortcuts")


def speaking(name: str, text: str) -> Iterator[str]:
    """Yield the imports by which a file of queries would speak or look at a request."""
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.ImportFrom):
            imported = [node.module or "", *(f"{node.module}.{one.name}" for one in node.names)]
        elif isinstance(node, ast.Import):
            imported = [one.name for one in node.names]
        else:
            continue
        for module in imported:
            if module in FORBIDDEN or module.startswith(tuple(f"{one}." for one in FORBIDDEN)):
                yield f"{name}:{node.lineno} {module}"


def test_queries_speak_no_language_and_know_no_request():
    files = [path for path in codebase.files(".py", below=codebase.PACKAGE / "modules") if "queries" in path.parts]

    assert len(files) >= 30
    assert [fault for path in files for fault in speaking(codebase.name_of(path), path.read_text("utf-8"))] == []


def test_a_query_that_speaks_is_seen():
    for line in (
        "from django.utils.translation import gettext as _",
        "from django.utils import translation",
        "import django.utils.translation",
        "from django.http import HttpRequest",
    ):
        assert list(speaking("a.py", line)), line
    assert list(speaking("a.py", "from django.db.models import Q\nfrom django.utils import timezone")) == []
