"""Money is counted in whole units and exact fractions: no binary fractions where it is reckoned or kept."""

import ast
from collections.abc import Iterator

import pytest

from tests.rules import codebase

OF_MONEY = (codebase.PACKAGE / "core" / "finance", codebase.PACKAGE / "modules" / "resources")
NAMES = frozenset({"float", "FloatField", "math", "numpy"})


def binary_fractions(source: str, name: str) -> Iterator[str]:
    """Yield where a Python file could make a binary fraction: written, named, or by a division that is not whole."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Constant) and isinstance(node.value, float | complex):
            yield f"{name}:{node.lineno} {node.value}"
        if isinstance(node, ast.BinOp | ast.AugAssign) and isinstance(node.op, ast.Div):
            yield f"{name}:{node.lineno} /"
        if isinstance(node, ast.Name) and node.id in NAMES:
            yield f"{name}:{node.lineno} {node.id}"
        if isinstance(node, ast.Attribute) and node.attr in NAMES:
            yield f"{name}:{node.lineno} {node.attr}"


def test_money_knows_no_binary_fractions():
    sources = [path for below in OF_MONEY for path in codebase.files(".py", below=below)]

    assert sources
    assert [
        line for path in sources for line in binary_fractions(path.read_text("utf-8"), codebase.name_of(path))
    ] == []


@pytest.mark.parametrize(
    "source", ["a = 0.13", "a = b / c", "a /= b", "def f(a: float): ...", "models.FloatField()", "math.fsum(a)", "1j"]
)
def test_the_rule_sees(source):
    assert list(binary_fractions(source, "a.py"))
