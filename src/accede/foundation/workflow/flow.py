"""A workflow's table with what the programme adds: words, rows, the facts that gates ask, and what a step does."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from django.db import models

from accede.core.workflow import Workflow
from accede.foundation.access import Actor, Permission
from accede.foundation.audit import EventType, Face, Subject
from accede.foundation.fields import Words

if TYPE_CHECKING:
    from accede.foundation.outbox.notices import NoticeType

Row = TypeVar("Row", bound=models.Model)


@dataclass(frozen=True, slots=True)
class StepWords:
    """What a step is called: on its button, and once it is done."""

    button: Words
    done: Words


@dataclass(frozen=True, slots=True)
class GateWords:
    """What a gate asks, where that is written, what is said where it is not met, and how it can be.

    `missing` and `remedy` may use the values that the gate says are missing.
    """

    asks: Words
    clause: Words
    missing: Words
    remedy: Words


@dataclass(frozen=True, slots=True)
class FlowWords:
    """The words of a workflow, by the keys of its table."""

    title: Words
    states: Mapping[str, Words]
    steps: Mapping[str, StepWords]
    gates: Mapping[str, GateWords]


@dataclass(frozen=True, slots=True)
class Move:
    """One taking of a step: by whom, when, through which face, and why."""

    by: Actor
    at: datetime
    face: Face
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Later(Generic[Row]):
    """A step that may take longer than a page may: of which rows, and what is told once a job has done it, or has not.

    Both notices are about the row by its number and may use what the flow tells of it; `not_done` says `because` too.
    """

    takes_long: Callable[[Row], bool]
    done: "NoticeType"
    not_done: "NoticeType"


def _nothing(_row: object, _move: Move) -> Mapping[str, object]:
    return {}


@dataclass(frozen=True, kw_only=True)
class Flow(Generic[Row]):
    """A workflow as it is run.

    Attributes:
        rows: the rows that an actor may see; of others nobody learns that there are any.
        facts: what the gates ask of a row and of who wants to take a step.
        subject: the thing that the record tells of; `told` further words of its sentences.
        effects: what a step does beside going to its target, in the same transaction; returns columns to be written.
            Raises UnableTo where it cannot be done: then nothing is.
        events: the kind of event of each step.
        later: the steps that a job may have to do (`workflow.later`).

    Raises:
        ValueError: the words, events or permissions are not those of the table.
    """

    table: Workflow[Any, Any]
    words: FlowWords
    permissions: Sequence[Permission]
    events: Mapping[str, EventType]
    rows: Callable[[Actor], "models.QuerySet[Row]"]
    facts: Callable[[Row, Actor, datetime], Any]
    subject: Callable[[Row], Subject]
    told: Callable[[Row], Mapping[str, object]]
    effects: Mapping[str, Callable[[Row, Move], Mapping[str, object]]] = field(default_factory=dict)
    later: Mapping[str, Later[Row]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        steps = {step.key for step in self.table.steps}
        for what, wanted, there in (
            ("states", {state.value for state in self.table.states}, self.words.states.keys()),
            ("steps", steps, self.words.steps.keys()),
            ("events", steps, self.events.keys()),
            ("gates", {gate.code for gate in self.table.gates()}, self.words.gates.keys()),
            ("permissions", {step.may for step in self.table.steps}, {one.key for one in self.permissions}),
        ):
            if wanted != set(there):
                raise ValueError(f"{self.table.key}: {what} {sorted(set(there))} are not {sorted(wanted)}")
        if strange := (self.effects.keys() | self.later.keys()) - steps:
            raise ValueError(f"{self.table.key}: there is no step {', '.join(sorted(strange))}")

    def permission(self, key: str) -> Permission:
        """Return the permission that a step needs."""
        return next(one for one in self.permissions if one.key == key)

    def effect(self, key: str) -> Callable[[Row, Move], Mapping[str, object]]:
        """Return what a step does beside going to its target."""
        return self.effects.get(key, _nothing)
