"""Write the pages of docs/ that are made from the program (`make docs`).

Each page is a function of the code and of the shipped facts alone, so that a rule test can hold the file against it.
"""

import json
from collections.abc import Iterator, Mapping
from difflib import unified_diff
from pathlib import Path

import click
from django.utils import translation

from accede.core.treaties.instruments import Instrument
from accede.foundation import clock
from accede.foundation.access import Level, Role
from accede.modules.treaties.queries.register import Register, current_register
from accede.modules.treaties.services.shipped import load_shipped_facts
from accede.modules.treaties.words.consistency import EntryIntoForce, Verdict, entry_into_force_compared
from accede.modules.treaties.words.reasons import speaker_of
from accede.site.api import api
from accede.site.cli import ROOT as COMMANDS
from accede.site.roles import ROLES
from tools.workflow_pages import workflows

ROOT = Path(__file__).resolve().parents[1]
_MADE = "Made by `make docs`. Do not edit."
_OUTCOMES = {
    Verdict.PASSED: "the same",
    Verdict.OPEN: "not decidable",
    Verdict.FAILED: "**differs**",
}


def pages() -> dict[str, str]:
    """Return the text of every page made here, by its path; the database must hold the shipped facts."""
    with translation.override("en"):
        return {
            "docs/reference/openapi.json": openapi(),
            "docs/reference/cli.md": command_line(),
            "docs/reference/roles.md": roles_and_rights(),
            "docs/reference/workflows.md": workflows(_MADE),
            "docs/domain/entry-into-force.md": entry_into_force(current_register()),
        }


def openapi() -> str:
    """Return the description of the API, as /api/v1/openapi.json gives it."""
    return json.dumps(api.get_openapi_schema(), indent=1, ensure_ascii=False, default=str) + "\n"


def command_line() -> str:
    """Return the reference of the command `accede`."""
    lines = [
        "# The command `accede`",
        "",
        _MADE,
        "",
        (
            "Answers go to standard output, everything else to standard error, so that `accede … --json | …` is safe. "
            "Exit codes: 0 fine; 1 the answer is no, or problems were found; 2 wrong usage; 3 the database or the "
            "machine; 130 stopped. Words for the shell: `accede completion --help`."
        ),
    ]
    whole = click.Context(COMMANDS, info_name="accede", terminal_width=100, **COMMANDS.context_settings)
    for name, context, command in _commands(COMMANDS, whole):
        lines += ["", f"## `{name}`", "", "```", command.get_help(context), "```"]
    return "\n".join(lines) + "\n"


def roles_and_rights() -> str:
    """Return who may read and do what, from the one page of the program that says so."""
    lines = [
        "# Roles",
        "",
        _MADE,
        "",
        (
            "A role is granted over a scope, for a time, by somebody, because of something, and opens nothing outside "
            "of that scope. Levels: *programme*: the owner of a thing and whoever works for the programme; "
            "*owner_confidential*: the owner, and those whose grant names that owner; *restricted*: the persons named "
            "on the thing. What is public is open to all."
        ),
        "",
        "| Role | Granted over | Reads | Writes | May | Two persons grant it | Second factor |",
        "|---|---|---|---|---|---|---|",
    ]
    lines += [f"| {' | '.join(_of_role(role))} |" for role in ROLES]
    lines += ["", *(f"- **{role.label}**: {role.about}" for role in ROLES)]
    return "\n".join(lines) + "\n"


def _of_role(role: Role) -> Iterator[str]:
    yield str(role.label)
    yield ", ".join(role.scope_kinds) or "–"
    for levels in (role.reads, role.writes):
        yield ", ".join(level.value for level in Level if level in levels) or "–"
    yield "; ".join(sorted(str(permission.label) for permission in role.permissions)) or "–"
    yield "yes" if role.needs_two_persons else "no"
    yield "yes" if role.needs_second_factor else "no"


def _commands(group: click.Group, context: click.Context) -> Iterator[tuple[str, click.Context, click.Command]]:
    yield context.command_path, context, group
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        if command is None:
            continue
        below = click.Context(command, parent=context, info_name=name, terminal_width=100, max_content_width=100)
        if isinstance(command, click.Group):
            yield from _commands(command, below)
        else:
            yield below.command_path, below, command


def entry_into_force(register: Register) -> str:
    """Return the comparison of computed with official days of entry into force, for all instruments."""
    compared = [(facts.core, entry_into_force_compared(register, facts)) for facts in register.instruments.values()]
    counts = {verdict: sum(1 for _, found in compared if found.verdict is verdict) for verdict in _OUTCOMES}
    lines = [
        "# Entry into force: computed beside official",
        "",
        _MADE,
        "",
        (
            "For every instrument the day of its entry into force is computed from its own article and the deposits in "
            "the shipped record (`core/treaties/entry_into_force.py`), and held against the official day. "
            f"The same: {counts[Verdict.PASSED]}. Not decidable, because some early deposits, or their days, are in no "
            f"source of the record: {counts[Verdict.OPEN]}. Different: {counts[Verdict.FAILED]}."
        ),
        "",
        "| Instrument | Article | Official | Computed | Deposits with a day | without | |",
        "|---|---|---|---|---|---|---|",
    ]
    lines += [_row(core, found) for core, found in compared]
    lines += ["", "## How each day follows", ""]
    speaker = speaker_of(register, "en")
    for core, found in compared:
        lines += [f"### {core.key}", ""]
        lines += [
            f"- {line.words}{f' [{line.authority}]' if line.authority else ''}" for line in speaker.lines(found.because)
        ]
        lines.append("")
    return "\n".join(lines)


def _row(core: Instrument, found: EntryIntoForce) -> str:
    official, computed = found.official or "not in force", found.computed or "not in force"
    cells = (core.key, found.article, official, computed, found.dated, found.undated, _OUTCOMES[found.verdict])
    return f"| {' | '.join(str(cell) for cell in cells)} |"


def outdated(made: Mapping[str, str], root: Path = ROOT) -> list[str]:
    """Return the paths of the pages whose files do not say what the program says."""
    return [
        name
        for name, text in made.items()
        if not (root / name).exists() or (root / name).read_text(encoding="utf-8") != text
    ]


def differences(made: Mapping[str, str], root: Path = ROOT) -> list[str]:
    """Return the lines in which files and program differ, for the pages that do not say what the program says."""
    return [
        line
        for name in outdated(made, root)
        if (root / name).exists()
        for line in unified_diff(
            (root / name).read_text(encoding="utf-8").splitlines(), made[name].splitlines(), name, "program", n=0
        )
    ]


def write() -> None:
    """Load the shipped facts into the database of this process and write the pages that have changed."""
    load_shipped_facts(at=clock.now())
    made = pages()
    for name in outdated(made):
        path = ROOT / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(made[name], encoding="utf-8")
        print(f"Written: {name}")
