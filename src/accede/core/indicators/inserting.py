"""Figures inserted in standing text by name: `{figure: adherences-new from=$from until=$until}`."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from accede.core.explain import Reason
from accede.core.indicators.definitions import KNOWN, Definition

_MARK = re.compile(r"\{([^{}]*)\}")
_CALL = re.compile(r"figure:\s*(?P<call>.*)", re.DOTALL)
_OF_REPORT = {"from": "from", "until": "until", "on": "until"}
STANDS_FOR = ("from", "until", "before")
"""What a report's own days are called: the first, the last, and the day before the first."""


@dataclass(frozen=True, slots=True)
class Call:
    """A figure that is called by its name, with what it is asked with."""

    code: str
    parameters: Mapping[str, str]

    def asked(self, days: Mapping[str, str]) -> dict[str, str]:
        """Return the parameters with the report's days in the place of their names."""
        return {name: days[text[1:]] if text.startswith("$") else text for name, text in self.parameters.items()}


def parts_of(text: str) -> Iterator[str | Call]:
    """Yield the words of a standing text and the calls in it, in order; of a text without faults."""
    at = 0
    for mark in _MARK.finditer(text):
        if mark.start() > at:
            yield text[at : mark.start()]
        yield call_of(_inner(mark[1]))
        at = mark.end()
    if at < len(text):
        yield text[at:]


def call_of(written: str) -> Call:
    """Return the call that is written as “code name=value …”; of one without faults."""
    code, *pairs = written.split()
    return Call(code, {name: value for name, _sign, value in (pair.partition("=") for pair in pairs)})


def faults_in_text(text: str, definitions: Mapping[str, Definition]) -> Iterator[tuple[int, Reason]]:
    """Yield what is wrong with the calls in a text, each with its place: the number of the character, from 1."""
    for mark in _MARK.finditer(text):
        if _CALL.fullmatch(mark[1].strip()) is None:
            yield mark.start() + 1, Reason("call.no_figure", {"text": mark[0]})
            continue
        for fault in faults_in_call(_inner(mark[1]), definitions):
            yield mark.start() + 1, fault
    rest = _MARK.sub(lambda mark: " " * len(mark[0]), text)
    for place, letter in enumerate(rest, 1):
        if letter in "{}":
            yield place, Reason("call.bracket", {"text": letter})


def completed(text: str, definitions: Mapping[str, Definition]) -> str:
    """Return a text in which each call that leaves its days out asks for those of the report.

    `{figure: CODE}` becomes `{figure: CODE from=$from until=$until}` or `{figure: CODE on=$until}`.
    """

    def whole(mark: re.Match[str]) -> str:
        code, *pairs = _inner(mark[1]).split() or [""]
        definition = definitions.get(code)
        if definition is None:
            return mark[0]
        given = {pair.partition("=")[0] for pair in pairs}
        days = [f"{name}=${_OF_REPORT[name]}" for name in definition.days if name not in given]
        return "{figure: " + " ".join((code, *days, *pairs)) + "}"

    return _MARK.sub(whole, text)


def faults_in_call(written: str, definitions: Mapping[str, Definition]) -> Iterator[Reason]:
    """Yield what is wrong with a call: no such figure, no such parameter, a day that is not given."""
    code, *pairs = written.split() or [""]
    definition = definitions.get(code)
    if definition is None:
        yield Reason("call.unknown", {"code": code})
        return
    given = {}
    for pair in pairs:
        name, sign, value = pair.partition("=")
        if not sign or not value or name not in {*definition.days, KNOWN, *definition.parameters}:
            yield Reason("call.parameter", {"code": code, "text": pair})
        elif value.startswith("$") and value[1:] not in STANDS_FOR:
            yield Reason("call.day", {"code": code, "text": value})
        given[name] = value
    for name in definition.days:
        if name not in given:
            yield Reason("call.missing", {"code": code, "name": name})


def _inner(mark: str) -> str:
    found = _CALL.fullmatch(mark.strip())
    return found["call"] if found else ""
