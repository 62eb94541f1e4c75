"""Whether the record is consistent with itself and with what its sources state.

A check passes, fails, or cannot be decided because the record is known not to have enough (days that no source gives).
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from accede.core.explain import Reason
from accede.core.treaties.acts import CONSENT_KINDS
from accede.core.treaties.declarations import producers_on
from accede.core.treaties.entry_into_force import Circumstances, Deposit, entry_into_force
from accede.foundation.texts import format_day
from accede.modules.treaties.queries.instruments import InstrumentFacts
from accede.modules.treaties.queries.register import CONTINUATION, Register


class Verdict(StrEnum):
    """How a check came out."""

    PASSED = "passed"
    FAILED = "failed"
    OPEN = "open"
    """Cannot be decided: the record is known not to have enough."""
    NOTE = "note"
    """Nothing to decide, something to know."""


@dataclass(frozen=True, slots=True)
class Check:
    """One check: what it is about, how it came out, and a sentence."""

    code: str
    verdict: Verdict
    words: str
    instrument: str = ""


def check_record(register: Register) -> tuple[Check, ...]:
    """Return all checks of the record."""
    return (
        *(_entry_into_force(register, facts) for facts in register.instruments.values()),
        *_lists(register),
        *_reports(register),
        *_known_unknowns(register),
    )


@dataclass(frozen=True, slots=True)
class EntryIntoForce:
    """The day computed from an instrument's own article beside the official one.

    Attributes:
        dated, undated: expressions of consent on record with and without a day.
        because: how the computed day follows from the deposits.
    """

    instrument: str
    article: str
    official: date | None
    computed: date | None
    dated: int
    undated: int
    verdict: Verdict
    because: tuple[Reason, ...]


def entry_into_force_compared(register: Register, facts: InstrumentFacts) -> EntryIntoForce:
    """Hold the day computed from the instrument's own article against the official one.

    Where the record cannot have every early deposit, another day proves nothing and the comparison stays open.
    """
    official = facts.core.in_force_on
    deposits = deposits_of(register, facts.key)
    finding = entry_into_force(facts.core, deposits, circumstances(register, facts))
    undated = sum(1 for deposit in deposits if deposit.on is None)
    if finding.answer == official:
        verdict = Verdict.PASSED
    elif undated or not _knows_every_early_deposit(register, facts.key):
        verdict = Verdict.OPEN
    else:
        verdict = Verdict.FAILED
    return EntryIntoForce(
        instrument=facts.key,
        article=facts.core.rule.article if facts.core.rule else "",
        official=official,
        computed=finding.answer,
        dated=len(deposits) - undated,
        undated=undated,
        verdict=verdict,
        because=finding.because,
    )


def _entry_into_force(register: Register, facts: InstrumentFacts) -> Check:
    compared = entry_into_force_compared(register, facts)
    days = {
        "computed": _written(compared.computed) if compared.computed else _("not in force"),
        "official": _written(compared.official) if compared.official else _("not in force"),
    }
    if compared.verdict is Verdict.PASSED:
        words = _("In force since: %(official)s. The deposits on record give the same day.")
    elif compared.verdict is Verdict.OPEN:
        words = _(
            "In force since: %(official)s. The deposits on record do not suffice to compute it; "
            "they give: %(computed)s."
        )
    else:
        words = _("In force since: %(official)s. The deposits on record give another day: %(computed)s.")
    return Check("entry_into_force", compared.verdict, words % days, facts.key)


def _knows_every_early_deposit(register: Register, instrument: str) -> bool:
    """Whether no early deposit can be missing: a source lists all parties, and no State had ended by its day unnamed.

    A list of parties names the States of its day; a former State that had joined and ended before is not in it.
    """
    lists = [coverage.complete_on for coverage in register.coverage if coverage.instrument == instrument]
    if not lists:
        return False
    adopted_on = register.instruments[instrument].core.adopted_on
    return not any(
        state.exists.end is not None
        and adopted_on < state.exists.end <= min(lists)
        and not register.acts.get((instrument, code))
        and not any(succession.kind == CONTINUATION for succession in state.successors)
        for code, state in register.states.items()
    )


def deposits_of(register: Register, instrument: str) -> list[Deposit]:
    """Return every expression of consent to be bound by an instrument that is on record."""
    return [
        Deposit(act.state, act.on, act.kind, act.key)
        for act in register.settled.acts
        if act.instrument == instrument and act.kind in CONSENT_KINDS
    ]


def circumstances(register: Register, facts: InstrumentFacts) -> Circumstances:
    """Return what the instrument's article looks at besides the deposits."""
    other = register.instruments.get(facts.core.waits_for or "")
    parent = facts.core.parent

    def parent_parties_on(day: date) -> int | None:
        if parent is None:
            return None
        return sum(register.standing(parent, code, day).answer.is_bound for code in register.states)

    acts = [act for act in register.settled.acts if act.instrument == facts.key]
    return Circumstances(
        producers=producers_on(facts.core.in_force_on or date.max, acts),
        not_before_on=other.core.in_force_on if other else None,
        parent_parties_on=parent_parties_on,
        ended_on={code: state.exists.end for code, state in register.states.items() if state.exists.end},
        continues={
            code: succession.predecessor
            for code, state in register.states.items()
            for succession in state.predecessors
            if succession.kind == CONTINUATION
        },
    )


def _lists(register: Register) -> Iterator[Check]:
    """Hold the number of parties that a source states against the number that the register has on that day."""
    for coverage in register.coverage:
        if coverage.parties_stated is None:
            continue
        bound = sum(
            register.standing(coverage.instrument, code, coverage.complete_on).answer.is_bound
            for code in register.states
        )
        facts = {
            "source": coverage.source,
            "on": _written(coverage.complete_on),
            "stated": coverage.parties_stated,
            "bound": bound,
        }
        if bound == coverage.parties_stated:
            words = _("%(source)s states this number of parties on %(on)s: %(stated)s. The register has as many.")
            yield Check("parties_stated", Verdict.PASSED, words % facts, coverage.instrument)
        else:
            words = _(
                "%(source)s states this number of parties on %(on)s: %(stated)s. The register has %(bound)s: a State "
                "that consented and for which it is not yet in force, or another source, makes the difference."
            )
            yield Check("parties_stated", Verdict.NOTE, words % facts, coverage.instrument)


def _reports(register: Register) -> Iterator[Check]:
    """Look for reports that cannot be right by their own days."""
    impossible = Counter[str]()
    for report in register.reports.values():
        adopted_on = register.instruments[report.instrument].core.adopted_on
        if report.on is not None and (report.on < adopted_on or report.on > report.attested_on):
            impossible[report.instrument] += 1
    for key in register.instruments:
        count = impossible[key]
        if count:
            words = ngettext(
                "%(count)s report has a day before the adoption of the instrument, or after its own source.",
                "%(count)s reports have a day before the adoption of the instrument, or after their own source.",
                count,
            )
            yield Check("days_of_reports", Verdict.FAILED, words % {"count": count}, key)
    if not impossible:
        words = _("No report has a day before the adoption of its instrument, or after its own source.")
        yield Check("days_of_reports", Verdict.PASSED, words)


def _known_unknowns(register: Register) -> Iterator[Check]:
    disagreements, gaps = len(register.settled.disagreements), len(register.gaps)
    words = ngettext("Sources differ on %(count)s fact.", "Sources differ on %(count)s facts.", disagreements)
    yield Check("disagreements", Verdict.NOTE, words % {"count": disagreements})
    words = ngettext("%(count)s gap is known.", "%(count)s gaps are known.", gaps)
    yield Check("gaps", Verdict.NOTE, words % {"count": gaps})


def _written(day: date) -> str:
    return format_day(day, get_language() or "en")
