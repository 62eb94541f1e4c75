"""Change the rules a little and see whether a test notices: ``python -m tools.mutants MODULE [MOST]``.

`MODULE` is a file below src/accede/core/treaties, e.g. ``entry_into_force``. One comparison, one sum, one truth or one
number is changed at a time, in a copy of the package, and tests/core runs against it until something fails. What no
test notices is printed with its line: either a case is missing, or the change makes no difference.
"""

import ast
import copy
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
FOLDER = Path("accede/core/treaties")
_SECONDS = 120
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


def mutants(tree: ast.Module) -> Iterator[tuple[int, str, ast.Module]]:
    """Yield line, what was changed, and the changed module, one change at a time."""
    for place, node in enumerate(ast.walk(tree)):
        for number in range(_changes(node)):
            changed = copy.deepcopy(tree)
            twin = next(n for index, n in enumerate(ast.walk(changed)) if index == place)
            words = _change(twin, number)
            yield getattr(node, "lineno", 0), words, changed


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


def is_noticed(package: Path, module: str, changed: ast.Module) -> bool:
    """Run the tests of the core against a changed module; return whether one failed."""
    path = package / FOLDER / f"{module}.py"
    kept = path.read_text(encoding="utf-8")
    path.write_text(ast.unparse(changed), encoding="utf-8")
    # The day's plug-ins are left out: the core's tests need no database.
    command = [sys.executable, "-m", "pytest", "tests/core", "-q", "-x", "-p", "no:randomly", "-p", "no:cacheprovider"]
    try:
        return (
            subprocess.run(  # noqa: S603  (our own words)
                command,
                cwd=ROOT,
                env={**os.environ, "PYTHONPATH": str(package), "PYTHONDONTWRITEBYTECODE": "1"},
                capture_output=True,
                timeout=_SECONDS,
                check=False,
            ).returncode
            != 0
        )
    except subprocess.TimeoutExpired:
        return True  # a loop without end is noticed by whoever waits
    finally:
        path.write_text(kept, encoding="utf-8")


def main(module: str, most: int) -> int:
    """Try up to `most` changes of a module, spread over it; print those that no test notices."""
    tree = ast.parse((ROOT / "src" / FOLDER / f"{module}.py").read_text(encoding="utf-8"))
    every = list(mutants(tree))
    chosen = every[:: max(1, -(-len(every) // most))]
    with tempfile.TemporaryDirectory() as folder:
        package = Path(folder)
        shutil.copytree(ROOT / "src" / "accede", package / "accede")
        if is_noticed(package, module, tree):
            print("The tests fail without any change.")
            return 1
        survivors = [(line, words) for line, words, changed in chosen if not is_noticed(package, module, changed)]
    for line, words in survivors:
        print(f"{module}.py:{line}: nobody notices {words}")
    print(f"{module}: {len(chosen)} of {len(every)} changes tried, {len(survivors)} not noticed")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else 40))
