"""Change the rules a little and see whether a test notices: ``python -m tools.mutants [MOST]`` (200), `make mutants`.

One comparison, one sum, one truth or one number is changed at a time, in a copy of the package, and the tests that
reach the changed line run against it until one fails. The changes are a random sample over the core and over what
guards access and the record of who did what, its seed drawn from the commit: of one commit it is always the same. What
no test notices is printed with its line: either a case is missing, or the change makes no difference.
"""

import ast
import os
import random
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
SOURCE = ROOT / "src"
GUARDED = ("accede/core", "accede/foundation/access", "accede/foundation/audit")
TESTS = ("tests/core", *(f"tests/foundation/test_{name}.py" for name in (
    "access", "audit_chain", "audit_record", "audit_tampering", "rls", "write_keys", "keys",
)))  # fmt: skip
LIMIT = 0.9
_SECONDS = 240
_QUIET = ("-q", "-x", "-p", "no:randomly", "-p", "no:cacheprovider")
_OTHER: dict[type[ast.AST], type[ast.AST]] = {
    ast.Lt: ast.LtE,
    ast.LtE: ast.Lt,
    ast.Gt: ast.GtE,
    ast.GtE: ast.Gt,
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.Is: ast.IsNot,
    ast.IsNot: ast.Is,
    ast.In: ast.NotIn,
    ast.NotIn: ast.In,
    ast.And: ast.Or,
    ast.Or: ast.And,
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
}


@dataclass(frozen=True, slots=True)
class Change:
    """A change of one file: the how-manieth node of its tree, and which of the node's operators."""

    file: str
    line: int
    node: int
    number: int


def every_change() -> Iterator[Change]:
    """Yield every change that there is, file by file."""
    for folder in GUARDED:
        for path in sorted((SOURCE / folder).rglob("*.py")):
            if "migrations" in path.parts:
                continue
            for place, node in enumerate(ast.walk(ast.parse(path.read_text(encoding="utf-8")))):
                for number in range(_changes(node)):
                    yield Change(str(path.relative_to(SOURCE)), getattr(node, "lineno", 0), place, number)


def changed(source: str, change: Change) -> tuple[str, str]:
    """Return a file's text after a change, and the change in words."""
    tree = ast.parse(source)
    node = next(node for place, node in enumerate(ast.walk(tree)) if place == change.node)
    words = _change(node, change.number)
    return ast.unparse(tree), words


def _changes(node: ast.AST) -> int:
    if isinstance(node, ast.Compare):
        return len(node.ops)
    if isinstance(node, ast.BoolOp | ast.BinOp):
        return int(type(node.op) in _OTHER)
    return int(isinstance(node, ast.Constant) and type(node.value) in {int, bool})


def _change(node: ast.AST, number: int) -> str:
    if isinstance(node, ast.Compare):
        words, node.ops[number] = _exchanged(node.ops[number])
    elif isinstance(node, ast.BoolOp | ast.BinOp):
        words, node.op = _exchanged(node.op)
    elif isinstance(node, ast.Constant) and isinstance(node.value, bool):
        words, node.value = f"{node.value} → {not node.value}", not node.value
    elif isinstance(node, ast.Constant) and isinstance(node.value, int):
        words, node.value = f"{node.value} → {node.value + 1}", node.value + 1
    else:
        raise TypeError(ast.dump(node))
    return words


def _exchanged(operator: ast.AST) -> tuple[str, Any]:
    """Return the change in words, and the operator that takes the place, which is of the same family."""
    other = _OTHER[type(operator)]
    return f"{type(operator).__name__} → {other.__name__}", other()


class Reach:
    """Which tests reach which lines."""

    def __init__(self, folder: Path) -> None:
        """Run all the tests once and write down where they come by."""
        settings = folder / "coverage.ini"
        data = folder / "coverage"
        sources = "\n    ".join(str(SOURCE / guarded) for guarded in GUARDED)
        settings.write_text(f"[run]\ndynamic_context = test_function\ndata_file = {data}\nsource =\n    {sources}\n")
        command = [sys.executable, "-m", "coverage", "run", f"--rcfile={settings}", "-m", "pytest", *TESTS, *_QUIET]
        own = {**os.environ, "PYTHONPATH": str(SOURCE)}
        done = subprocess.run(command, cwd=ROOT, env=own, capture_output=True, text=True, check=False)  # noqa: S603  (ours)
        if done.returncode != 0:
            raise SystemExit(f"The tests fail without any change:\n{done.stdout[-3000:]}")
        self._database = sqlite3.connect(data)

    def tests(self, change: Change) -> list[str]:
        """Return the tests that reach the changed line; of one that runs while the file is read, those of the file."""
        from coverage.numbits import numbits_to_nums  # noqa: PLC0415  (of the tests only)

        found: dict[str, set[int]] = {}
        statement = (
            "select c.context, b.numbits from line_bits b join context c on c.id = b.context_id"
            " join file f on f.id = b.file_id where f.path = ?"
        )
        for context, lines in self._database.execute(statement, [str(SOURCE / change.file)]):
            found.setdefault(context, set()).update(numbits_to_nums(lines))
        while_read = change.line in found.pop("", set())
        reaching = sorted(name for name, lines in found.items() if change.line in lines)
        if reaching or not while_read:
            return [_place(name) for name in reaching]
        return [_place(name) for name in sorted(found)] or _tests_of_topic(change.file)


def _tests_of_topic(file: str) -> list[str]:
    """Return the tests of the folder that a table of names or articles stands in."""
    _accede, storey, topic, *_rest = Path(file).parts
    return [f"tests/core/{topic}"] if storey == "core" and (ROOT / "tests/core" / topic).is_dir() else list(TESTS)


def _place(context: str) -> str:
    """Return a test as pytest names it: "tests.core.test_days.test_x" is "tests/core/test_days.py::test_x"."""
    module, _dot, name = context.rpartition(".")
    return f"{module.replace('.', '/')}.py::{name}"


def is_noticed(package: Path, change: Change, tests: Iterable[str]) -> tuple[bool, str]:
    """Run tests against a changed file; return whether one failed, and the change in words."""
    path = package / change.file
    kept = path.read_text(encoding="utf-8")
    text, words = changed(kept, change)
    path.write_text(text, encoding="utf-8")
    try:
        return _fails(package, list(tests)), words
    finally:
        path.write_text(kept, encoding="utf-8")


def _fails(package: Path, tests: list[str]) -> bool:
    """Return whether one of the tests fails; a loop without end is noticed by whoever waits."""
    if not tests:
        return False
    child = os.fork()
    if child == 0:
        # A changed program may stop its whole group: that is then this process alone.
        os.setsid()
        signal.alarm(_SECONDS)
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, 1)
        os.dup2(nowhere, 2)
        os.chdir(ROOT)
        sys.path.insert(0, str(package))
        sys.dont_write_bytecode = True
        import pytest  # noqa: PLC0415  (read before, by `main`)

        os._exit(int(pytest.main([*tests, *_QUIET])))
    _child, status = os.waitpid(child, 0)
    return status != 0


def main(most: int) -> int:
    """Try a sample of changes; print those that no test notices; 1 if more than a tenth."""
    import django  # noqa: F401, PLC0415  (each test's process then has what it would read first)
    import hypothesis  # noqa: F401, PLC0415  (as above)
    import numpy as np  # noqa: F401, PLC0415  (as above)
    import pytest  # noqa: F401, PLC0415  (as above)

    commit = subprocess.run(  # our own words
        ["git", "rev-parse", "HEAD"],  # noqa: S607  (the one at hand)
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    ).stdout.strip()
    every = list(every_change())
    sample = random.Random(commit).sample(every, min(most, len(every)))  # noqa: S311  (the same for one commit)
    survived = 0
    with tempfile.TemporaryDirectory() as folder:
        reach = Reach(Path(folder))
        package = Path(folder) / "package"
        shutil.copytree(SOURCE / "accede", package / "accede")
        for number, change in enumerate(sample, start=1):
            noticed, words = is_noticed(package, change, reach.tests(change))
            if not noticed:
                survived += 1
                print(f"{change.file}:{change.line}: nobody notices {words} ({survived} of {number})", flush=True)
    killed = len(sample) - survived
    print(f"{killed} of {len(sample)} changes noticed, {killed / len(sample):.1%}; {len(every)} in all; {commit[:12]}")
    return 0 if killed >= LIMIT * len(sample) else 1


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 200))
