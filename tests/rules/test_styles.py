"""Style sheets know a beginning and an end, no left and right: the same sheet sets Arabic and English."""

import re
from collections.abc import Iterator

import pytest

from tests.rules import codebase

_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_PHYSICAL_PROPERTY = re.compile(
    r"(?<![\w-])((?:margin|padding|border|scroll-margin|scroll-padding)-(?:left|right)[\w-]*"
    r"|border-(?:top|bottom)-(?:left|right)-radius|left|right)\s*:"
)
_PHYSICAL_VALUE = re.compile(r"(?<![\w-])((?:text-align|float|clear)\s*:\s*(?:left|right))(?![\w-])")
_IMPORTANT = re.compile(r"!\s*important")


def physical(sheet: str, name: str) -> Iterator[str]:
    """Yield what a style sheet fixes to the left or the right, and what it forces on other rules."""
    text = _COMMENT.sub(lambda match: "\n" * match[0].count("\n"), sheet)
    for pattern in (_PHYSICAL_PROPERTY, _PHYSICAL_VALUE, _IMPORTANT):
        for match in pattern.finditer(text):
            yield f"{name}:{text.count(chr(10), 0, match.start()) + 1} {match[0].strip(' :')}"


def test_style_sheets_know_no_left_and_right():
    sheets = list(codebase.files(".css", below=codebase.PACKAGE))

    found = [line for path in sheets for line in physical(path.read_text("utf-8"), codebase.name_of(path))]

    assert found == []


@pytest.mark.parametrize(
    "declaration",
    [
        "margin-left: 1em",
        "padding-right:0",
        "border-left-color: red",
        "border-top-left-radius: 2px",
        "left: 0",
        "text-align: right",
        "float:left",
        "color: red !important",
    ],
)
def test_the_rule_sees(declaration):
    assert len(list(physical(f"a {{ {declaration}; }}", "a.css"))) == 1


@pytest.mark.parametrize(
    "declaration",
    ["margin-inline-start: 1em", "text-align: start", "inset-inline-end: 0", "--from-left: 1px", "/* left: 0 */"],
)
def test_the_rule_lets_pass(declaration):
    assert list(physical(f"a {{ {declaration}; }}", "a.css")) == []
