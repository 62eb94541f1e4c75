"""What the rule tests look at: the project's own files, found without git so that a copy of the tree is enough."""

from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "src" / "accede"
_PARTS = ("src", "tests", "tools", "scripts", "bench", "docs", "packaging", ".ci")
_NOT_OURS = {"__pycache__", "node_modules", "vendor"}


def files(*suffixes: str, below: Path = ROOT) -> Iterator[Path]:
    """Yield the project's files, of the given kinds only if any are given."""
    parts = [ROOT / part for part in _PARTS] if below == ROOT else [below]
    found = [path for part in parts if part.is_dir() for path in part.rglob("*") if path.is_file()]
    if below == ROOT:
        found += [path for path in ROOT.iterdir() if path.is_file()]
    for path in sorted(found):
        if not _NOT_OURS & set(path.parts) and (not suffixes or path.suffix in suffixes):
            yield path


def templates() -> Iterator[Path]:
    """Yield every template of the product."""
    return (path for path in files(".html", ".xml", ".txt", below=PACKAGE) if "templates" in path.parts)


def name_of(path: Path) -> str:
    """Return a path as it is written from the project's root."""
    return path.relative_to(ROOT).as_posix()
