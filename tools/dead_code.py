"""What nothing uses: vulture, told what templates and tables of names use. ``python -m tools.dead_code``.

Vulture reads Python alone. A name that a template writes is used, and so is a field of a REST schema or a value of a
set of choices, since the one goes to readers and the other comes from data. Everything else must be used in Python, or
stand in the list of names in pyproject.toml, each with its reason.
"""

import ast
import re
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from vulture.config import make_config
from vulture.core import Vulture

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = ROOT / "src" / "accede"
_CODE = re.compile(r"{{.*?}}|{%.*?%}|\s:[\w-]+=\"[^\"]*\"", re.DOTALL)
_NAME = re.compile(r"[A-Za-z_]\w*")
_DECLARED_FOR_OTHERS = frozenset({"Schema", "BaseModel", "TextChoices"})


def unused() -> list[str]:
    """Return a line for everything that nothing uses."""
    config = make_config(argv=[])
    vulture = Vulture(ignore_names=config["ignore_names"], ignore_decorators=config["ignore_decorators"])
    vulture.scavenge([str(ROOT / path) for path in config["paths"]], exclude=config["exclude"])
    for path in PACKAGE.rglob("*"):
        if "templates" in path.parts and path.suffix in {".html", ".xml", ".txt"}:
            vulture.used_names.update(names_in_template(path.read_text(encoding="utf-8")))
    for path in PACKAGE.rglob("*.py"):
        vulture.used_names.update(declared_for_others(path.read_text(encoding="utf-8")))
    return [item.get_report() for item in vulture.get_unused_code(min_confidence=config["min_confidence"])]


def names_in_template(text: str) -> Iterator[str]:
    """Yield every name that the code of a template writes."""
    for code in _CODE.findall(text):
        yield from _NAME.findall(code)


def declared_for_others(source: str) -> Iterator[str]:
    """Yield the fields of schemas and the members of choices, also of classes that build on these in the same file."""
    families = set(_DECLARED_FOR_OTHERS)
    for node in ast.parse(source).body:
        if isinstance(node, ast.ClassDef) and families & {_last_name(base) for base in node.bases}:
            families.add(node.name)
            yield from _assigned(node.body)


def _last_name(base: ast.expr) -> str:
    base = base.value if isinstance(base, ast.Subscript) else base
    return base.attr if isinstance(base, ast.Attribute) else getattr(base, "id", "")


def _assigned(body: Iterable[ast.stmt]) -> Iterator[str]:
    for statement in body:
        targets = [statement.target] if isinstance(statement, ast.AnnAssign) else getattr(statement, "targets", [])
        yield from (target.id for target in targets if isinstance(target, ast.Name))


if __name__ == "__main__":
    found = unused()
    print("\n".join(found))
    sys.exit(1 if found else 0)
