"""The way of a report: drafted, reviewed by a second person, cleared by one, issued; what is issued stays as it is."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from accede.core.explain import Authority
from accede.core.workflow import Gate, Step, Workflow

DRAFT = "reports.draft"
CLEAR = "reports.clear"


class ReportState(StrEnum):
    """Where a report is."""

    DRAFT = "draft"
    REVIEWED = "reviewed"
    CLEARED = "cleared"
    ISSUED = "issued"


@dataclass(frozen=True, slots=True)
class Drafted:
    """What the gates ask of a report.

    Attributes:
        has_written: whoever takes the step wrote in it.
        suggestions: how many suggested sentences nobody has accepted.
        not_frozen: how many figures in it are not frozen.
        untranslated: the languages in which it is to be issued and a paragraph is missing or out of date, in words.
        last_day, today: the last day of its period.
    """

    has_written: bool
    suggestions: int
    not_frozen: int
    untranslated: str
    last_day: date
    today: date


def _wrote(report: Drafted) -> Mapping[str, object] | None:
    return {} if report.has_written else None


def _suggested(report: Drafted) -> Mapping[str, object] | None:
    return {"count": report.suggestions} if report.suggestions else None


def _not_frozen(report: Drafted) -> Mapping[str, object] | None:
    return {"count": report.not_frozen} if report.not_frozen else None


def _untranslated(report: Drafted) -> Mapping[str, object] | None:
    return {"languages": report.untranslated} if report.untranslated else None


def _not_over(report: Drafted) -> Mapping[str, object] | None:
    return {"day": report.last_day.isoformat()} if report.last_day >= report.today else None


_RULES = Authority("docs/domain/rules.md", "Reports")
SECOND_PERSON: Gate[Drafted] = Gate("report.second-person", _RULES, _wrote)
NO_SUGGESTIONS: Gate[Drafted] = Gate("report.suggestions", _RULES, _suggested)
FROZEN: Gate[Drafted] = Gate("report.frozen", _RULES, _not_frozen)
TRANSLATED: Gate[Drafted] = Gate("report.translated", _RULES, _untranslated)
IS_OVER: Gate[Drafted] = Gate("report.period-over", _RULES, _not_over)

_S = ReportState
CLEARANCE: Workflow[ReportState, Drafted] = Workflow(
    key="report",
    states=ReportState,
    start=_S.DRAFT,
    steps=(
        Step("review", (_S.DRAFT,), _S.REVIEWED, DRAFT, (SECOND_PERSON, NO_SUGGESTIONS, IS_OVER, FROZEN), "drafted_by"),
        Step("clear", (_S.REVIEWED,), _S.CLEARED, CLEAR, (SECOND_PERSON, TRANSLATED, FROZEN), "drafted_by"),
        Step("issue", (_S.CLEARED,), _S.ISSUED, CLEAR, (TRANSLATED, FROZEN)),
        Step("send-back", (_S.REVIEWED, _S.CLEARED), _S.DRAFT, DRAFT, with_reason=True),
    ),
)
