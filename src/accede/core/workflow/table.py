"""What a workflow is. Buttons, operations, commands, the record, the reference and the database's own guard follow.

A table is a value: it may be written down in `core/<topic>/` or be put together from data, such as the gates that one
resolution demands. Nothing here knows who somebody is: persons and rights are named by keys.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Generic, TypeVar

from accede.core.explain import Authority, Finding, Reason

State = TypeVar("State", bound=StrEnum)
Facts = TypeVar("Facts")

REMEDY = ".remedy"
"""What the code of a gate's remedy ends in."""


@dataclass(frozen=True, slots=True)
class Gate(Generic[Facts]):
    """A condition that must be met before a step is taken.

    Attributes:
        code: a lower-case dotted word, the same for ever; faces have a sentence for it and one for its remedy.
        clause: where the condition is written.
        missing: what is missing, as the values that the sentences need; None where nothing is.
    """

    code: str
    clause: Authority
    missing: Callable[[Facts], Mapping[str, object] | None]

    def judge(self, facts: Facts) -> Finding[bool]:
        """Return whether the gate lets the step pass; if not, with what is missing, by which clause, and the remedy."""
        missing = self.missing(facts)
        if missing is None:
            return Finding(answer=True, because=(Reason(self.code, authority=self.clause),))
        return Finding(
            answer=False,
            because=(Reason(self.code, missing, self.clause), Reason(f"{self.code}{REMEDY}", missing)),
        )


@dataclass(frozen=True, slots=True)
class Step(Generic[State, Facts]):
    """A transition from one of some states to another state.

    Attributes:
        key: its name in addresses, commands and the record, the same for ever.
        may: the key of the permission that it needs, over what the thing belongs to.
        needs: the gates, all of which must pass.
        not_by: the column with the person who may not take it: what one proposes, another decides.
        with_reason: whether a reason must be given.
    """

    key: str
    sources: tuple[State, ...]
    target: State
    may: str
    needs: tuple[Gate[Facts], ...] = ()
    not_by: str = ""
    with_reason: bool = False

    def judge(self, facts: Facts) -> tuple[Finding[bool], ...]:
        """Return what each gate finds, in order: all of it, so that a person is told everything at once."""
        return tuple(gate.judge(facts) for gate in self.needs)


@dataclass(frozen=True)
class Workflow(Generic[State, Facts]):
    """The states that a thing can be in, the one in which it starts, and the steps between them.

    Raises:
        ValueError: two steps have one key, a state cannot be reached, a step leads nowhere, or two steps over the same
            edge differ in who may not take them: the database, which sees the edge alone, could not tell them apart.
    """

    key: str
    states: type[State]
    start: State
    steps: tuple[Step[State, Facts], ...]

    def __post_init__(self) -> None:
        keys = [step.key for step in self.steps]
        if len(set(keys)) != len(keys):
            raise ValueError(f"{self.key}: two steps have one key")
        if unreached := set(self.states) - self._reached():
            raise ValueError(f"{self.key}: nothing leads to {', '.join(sorted(unreached))}")
        barred: dict[tuple[str, str], str] = {}
        for step in self.steps:
            for source in step.sources:
                if source is step.target:
                    raise ValueError(f"{self.key}: {step.key} leads from {source} to itself")
                if barred.setdefault((source, step.target), step.not_by) != step.not_by:
                    raise ValueError(f"{self.key}: the steps from {source} to {step.target} bar different persons")

    def step(self, key: str) -> Step[State, Facts] | None:
        """Return the step of that key; None where there is none."""
        return next((step for step in self.steps if step.key == key), None)

    def steps_from(self, state: State) -> tuple[Step[State, Facts], ...]:
        """Return the steps that a thing in `state` can take, in the order of the table."""
        return tuple(step for step in self.steps if state in step.sources)

    def gates(self) -> tuple[Gate[Facts], ...]:
        """Return every gate of the table once, in order."""
        return tuple({gate.code: gate for step in self.steps for gate in step.needs}.values())

    def edges(self) -> tuple[str, ...]:
        """Return what the database is told: "source>target", and "source>target!column" where a person is barred."""
        return tuple(sorted(set(self._edges())))

    def _edges(self) -> Iterator[str]:
        for step in self.steps:
            for source in step.sources:
                yield f"{source}>{step.target}" + (f"!{step.not_by}" if step.not_by else "")

    def _reached(self) -> set[State]:
        reached, ahead = {self.start}, [self.start]
        while ahead:
            here = ahead.pop()
            for step in self.steps_from(here):
                if step.target not in reached:
                    reached.add(step.target)
                    ahead.append(step.target)
        return reached
