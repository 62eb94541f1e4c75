"""Processor time of a question on the command line, beside the same question to the release before, in one run.

The limit is 0.4 s where commit a39901c takes 1.5. Each program has a state folder of its own with the facts that ship;
both are asked in turn, and the least of the times counts. Compiled modules are kept for both.
"""

import os
import resource
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
BEFORE = "a39901c"
LIMIT = 0.27
TIMES = 5
QUESTIONS = (
    ("--help",),
    ("standing", "FRA"),
    ("standing", "France", "--why"),
    ("acts", "--state", "FRA"),
    ("export", "standing", "FRA"),
    ("bases", "FRA", "MAR", "--offence", "terrorist-bombing"),
)


def main() -> int:
    """Measure and print; fail when a question takes more than its share."""
    folder = Path(tempfile.mkdtemp(prefix="accede-bench-"))
    folder.chmod(0o755)
    programs = {"before": folder / "before", "now": ROOT}
    programs["before"].mkdir()
    archive = subprocess.run(["git", "archive", BEFORE, "src"], cwd=ROOT, check=True, stdout=subprocess.PIPE).stdout
    subprocess.run(["tar", "-x", "-C", programs["before"]], input=archive, check=True)
    variables = {name: variables_of(name, program, folder) for name, program in programs.items()}
    worst = 0.0
    try:
        for name in programs:
            seconds_of(("load", "facts"), variables[name])
        print(f"{'':58}   {BEFORE}      now   ratio")
        for words in QUESTIONS:
            times = [[seconds_of(words, variables[name]) for name in programs] for _ in range(TIMES)]
            before, now = (min(column) for column in zip(*times, strict=True))
            worst = max(worst, now / before if words[0] != "--help" else 0)
            print(f"accede {' '.join(words):51} {before:7.2f} s {now:7.2f} s {now / before:7.2f}")
    finally:
        for name in programs:
            seconds_of(("database", "stop"), variables[name])
        shutil.rmtree(folder, ignore_errors=True)
    print(f"limit {LIMIT}")
    return 0 if worst <= LIMIT else 1


def variables_of(name: str, program: Path, folder: Path) -> dict[str, str]:
    """Return the variables under which a program runs: its own source, state and compiled modules."""
    return {
        **{key: value for key, value in os.environ.items() if not key.startswith("ACCEDE_")},
        "PYTHONPATH": str(program / "src"),
        "PYTHONPYCACHEPREFIX": str(folder / f"compiled-{name}"),
        "PYTHONDONTWRITEBYTECODE": "",
        "ACCEDE_HOME": str(folder / f"home-{name}"),
        "ACCEDE_LANG": "en",
        "ACCEDE_PG_LINGER": "600",
    }


def seconds_of(words: tuple[str, ...], variables: dict[str, str]) -> float:
    """Return the processor time of one call."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    command = [sys.executable, "-m", "accede.site.cli", *words]
    subprocess.run(command, env=variables, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


if __name__ == "__main__":
    sys.exit(main())
