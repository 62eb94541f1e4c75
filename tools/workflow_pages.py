"""The page of docs/ about workflows: states, steps, gates and a diagram of each, from its table."""

from collections.abc import Iterator
from typing import Any

from accede.core.workflow import Step, Workflow
from accede.foundation.workflow.flow import Flow
from accede.site.workflows import WORKFLOWS, Worked


def workflows(made: str) -> str:
    """Return the reference of the workflows; `made` says by what the page is made."""
    lines = [
        "# Workflows",
        "",
        made,
        "",
        (
            "Each is a table in the program; buttons, operations of the API, commands and the record follow from it, "
            "and a trigger in the database holds it. A step that is kept shut says by which clause, what is missing, "
            "and what to do about it. How one is built: [the guide](../guides/workflows.md)."
        ),
    ]
    for worked in WORKFLOWS:
        lines += ["", *_of_one(worked)]
    return "\n".join(lines) + "\n"


def _of_one(worked: Worked) -> Iterator[str]:
    flow, table = worked.flow, worked.flow.table
    yield f"## {flow.words.title}: `{table.key}`"
    yield ""
    yield from _diagram(flow)
    yield ""
    yield "| Step | From | To | Who may | Not | Gates | Reason | Command |"
    yield "|---|---|---|---|---|---|---|---|"
    for step in table.steps:
        yield f"| {' | '.join(_cells(worked, step))} |"
    for gate in table.gates():
        words = flow.words.gates[gate.code]
        yield ""
        yield f"- **`{gate.code}`**: {words.asks} [{words.clause}] If not: {words.missing} {words.remedy}"


def _diagram(flow: Flow[Any]) -> Iterator[str]:
    """Yield the diagram in the language that code hosts draw (Mermaid)."""
    table: Workflow[Any, Any] = flow.table
    yield "```mermaid"
    yield "stateDiagram-v2"
    for state in table.states:
        yield f"  {state.value}: {flow.words.states[state.value]}"
    yield f"  [*] --> {table.start.value}"
    for step in table.steps:
        for source in step.sources:
            yield f"  {source.value} --> {step.target.value}: {step.key}"
    for state in table.states:
        if not table.steps_from(state):
            yield f"  {state.value} --> [*]"
    yield "```"


def _cells(worked: Worked, step: "Step[Any, Any]") -> Iterator[str]:
    words = worked.flow.words
    yield f"`{step.key}`: {words.steps[step.key].button}"
    yield ", ".join(str(words.states[source.value]) for source in step.sources)
    yield str(words.states[step.target.value])
    yield f"{worked.flow.permission(step.may).label} (`{step.may}`)"
    yield f"the person in `{step.not_by}`" if step.not_by else "–"
    yield ", ".join(f"`{gate.code}`" for gate in step.needs) or "–"
    yield "needed" if step.with_reason else "–"
    yield f"`accede {worked.commands.name} {step.key}`"
