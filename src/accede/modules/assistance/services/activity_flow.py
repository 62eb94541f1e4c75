"""The way of activities as it is run: what the gates ask, and what a step does."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from accede.core.assessments.consents import Consent
from accede.core.assistance import gate_facts as facts
from accede.core.assistance.activities import activity_workflow
from accede.core.assistance.gates import EXCEPTED, Rule, judge
from accede.core.explain import Finding
from accede.foundation.access import SYSTEM, Actor, or_refuse
from accede.foundation.access.acting import acting
from accede.foundation.files.storing import files_about, files_had
from accede.foundation.workflow.flow import Flow
from accede.modules.assessments.queries.consents import consents_that_stand
from accede.modules.assistance import events
from accede.modules.assistance.access import ACTIVITIES_KEEP
from accede.modules.assistance.fields.activity_workflow import ACTIVITY_WORDS
from accede.modules.assistance.fields.papers import QUESTIONS
from accede.modules.assistance.models import Activity, ActivityPaper, ActivityPartner, AssistanceRequest
from accede.modules.assistance.queries.activities import activity_rows, gate_rules, money_of, rows_waiting
from accede.modules.assistance.queries.beside import about
from accede.modules.assistance.queries.mandate import MANDATE
from accede.modules.coordination.queries.consultations import Spoken, contacts_about
from accede.modules.mandates.queries.mandates import MandateLine, mandate_at

_KIND = "activity"
"""What consultations call an activity."""
_ASSESSES = "needs"
"""The kind of activity that enters a State to assess it."""
_TOUCH_LAW = frozenset({"joining", "legislation", "cooperation", "training"})
_ACCEPTED = frozenset({"accepted", "in_delivery", "completed", "followed_up", "closed"})


def gates_told(number: int, *, reader: Actor, at: datetime) -> list[dict[str, object]]:
    """Return each gate of an activity as it is shown: what it asks, by which clause, what is missing, who supplies it.

    Raises:
        Refused: there is no such activity for the reader.
    """
    row = or_refuse(activity_rows(reader).filter(id=number).first())
    found = judge(facts_of(row, SYSTEM, at), gate_rules())
    return [_gate_told(rule, finding) for rule, finding in zip(gate_rules(), found, strict=True)]


def _gate_told(rule: Rule, finding: Finding[bool]) -> dict[str, object]:
    words, reason = ACTIVITY_WORDS.gates[rule.code], finding.because[0]
    values = {name: str(value) for name, value in reason.facts.items()}
    return {
        "key": rule.key,
        "code": rule.code,
        "asks": str(words.asks),
        "clause": str(words.clause),
        "is_met": finding.answer,
        "by_exception": finding.answer and reason.code.endswith(EXCEPTED),
        "missing": "" if finding.answer else str(words.missing) % values,
        "remedy": "" if finding.answer else str(words.remedy) % values,
    }


@dataclass(frozen=True, slots=True)
class Waiting:
    """An activity that waits for somebody, and the keys of the gates that are shut."""

    number: int
    title: str
    state: str
    shut: tuple[str, ...]


def activities_waiting_for(actor: Actor, *, most: int, at: datetime) -> list[Waiting]:
    """Return the first activities that wait for the actor, the next first; a constant number of queries."""
    rows = list(rows_waiting(actor).order_by("first_day", "id")[:most])
    return [
        Waiting(row.pk, row.title, row.state, tuple(_shut(found)))
        for row, found in zip(rows, _facts_of_all(rows, at), strict=True)
    ]


def _shut(found: facts.Activity) -> Iterator[str]:
    for rule, gate in zip(gate_rules(), judge(found, gate_rules()), strict=True):
        if not gate.answer:
            yield rule.key


def facts_of(row: Activity, by: Actor, at: datetime) -> facts.Activity:
    """Return what the gates read, whoever may see it: a gate tells no more than what is missing."""
    del by
    return _facts_of_all([row], at)[0]


@acting(SYSTEM)
def _facts_of_all(rows: Sequence[Activity], at: datetime) -> list[facts.Activity]:
    papers, partners = defaultdict[int, list[ActivityPaper]](list), defaultdict[int, list[str]](list)
    keys = [row.pk for row in rows]
    for paper in ActivityPaper.objects.filter(activity__in=keys).order_by("on", "made_at", "id"):
        papers[paper.activity_id].append(paper)
    for activity, body in ActivityPartner.objects.filter(activity__in=keys).values_list("activity", "organisation"):
        partners[activity].append(str(body))
    asked = {
        one.pk: one for one in AssistanceRequest.objects.filter(pk__in={key for row in rows for key in row.requests})
    }
    wanted = {one.document for found in papers.values() for one in found} | {row.outcome for row in rows}
    beside = _Beside(
        asked,
        frozenset(files_about(SYSTEM, [about(key) for key in asked])),
        files_had(SYSTEM, [key for key in wanted if key]),
        consents_that_stand({code for row in rows for code in _entered(row)}),
        money_of(rows, on=at.date()),
        mandate_at(MANDATE),
        contacts_about(_KIND, [str(key) for key in keys]),
    )
    return [_facts(row, papers[row.pk], partners[row.pk], beside, at) for row in rows]


@dataclass(frozen=True, slots=True)
class _Beside:
    """What lies beside activities: requests, files, consents, money, the mandate, consultations."""

    asked: Mapping[int, AssistanceRequest]
    on_paper: frozenset[str]
    had: frozenset[UUID]
    consents: Sequence[Consent]
    money: Mapping[int, tuple[int, int]]
    mandate: MandateLine | None
    consulted: Mapping[str, Sequence[Spoken]]


def _entered(row: Activity) -> tuple[str, ...]:
    return tuple(row.states) if row.kind == _ASSESSES else ()


def _facts(
    row: Activity, papers: Sequence[ActivityPaper], partners: Sequence[str], beside: _Beside, at: datetime
) -> facts.Activity:
    asked = [beside.asked[key] for key in row.requests if key in beside.asked]
    there, gap = beside.money[row.pk]
    enters, had = _entered(row), beside.had
    return facts.Activity(
        beneficiaries=(*row.states, *row.organisations),
        requests=tuple(_request(one, beside.on_paper) for one in asked),
        visits=enters,
        consents=tuple(one for one in beside.consents if one.state in enters),
        topics=tuple(row.topics),
        participants=tuple(partners),
        first_day=row.first_day,
        last_day=row.last_day,
        contacts=_contacts(beside.consulted.get(str(row.pk), ()), papers, had),
        money=facts.Money(there, gap, row.reference if there else ""),
        citations=_citations(row, beside.mandate),
        discretion={one.about: _determination(one) for one in papers if one.kind == "decision"},
        screening=_screening([one for one in papers if one.kind == "screening" and one.document in had]),
        languages=frozenset(row.languages),
        asked_in=frozenset(one.language for one in asked if one.language),
        touches_law=row.kind in _TOUCH_LAW,
        words=f"{row.title} {row.objective}",
        exceptions=tuple(_excepted(one, had) for one in papers if one.kind == "exception"),
        has_outcome=row.outcome is not None and row.outcome in had,
        today=at.date(),
    )


def _contact(one: ActivityPaper, had: frozenset[UUID]) -> facts.Contact:
    answer = "" if one.answer == "none" else one.answer
    return facts.Contact(one.about, one.on, one.until, answer, one.document in had)


def _determination(one: ActivityPaper) -> facts.Determination:
    return facts.Determination(
        is_yes=one.answer == "yes",
        reason=one.text,
        has_author_and_day=True,
        budget_line=one.budget_line,
        indicator=one.indicator,
    )


def _excepted(one: ActivityPaper, had: frozenset[UUID]) -> facts.Excepted:
    by, second = str(one.made_by or "operator"), str(one.confirmed_by or "operator") if one.confirmed_at else ""
    return facts.Excepted(one.about, one.text, by, second, one.document in had)


def _request(row: AssistanceRequest, on_paper: frozenset[str]) -> facts.Request:
    """A form that a State's focal point filed is a record itself; what came as a paper counts with that paper."""
    has_document = row.channel == "form" or about(row.pk) in on_paper
    by = row.state_code or str(row.organisation_id)
    is_accepted = row.state in _ACCEPTED
    return facts.Request(by, row.reference, has_document, is_accepted, is_withdrawn=row.state == "withdrawn")


def _citations(row: Activity, line: MandateLine | None) -> tuple[facts.Citation, ...]:
    adoption = line.adoption if line is not None else None
    is_adopted = line is not None and (not line.is_draft or adoption is not None)
    has_record = line is not None and (not line.is_draft or (adoption is not None and adoption.is_verified))
    symbol = line.symbol if line is not None else MANDATE
    return tuple(facts.Citation(symbol, one.rstrip("abc"), is_adopted, has_record) for one in row.cited)


def _contacts(
    consulted: Sequence[Spoken], papers: Sequence[ActivityPaper], had: frozenset[UUID]
) -> tuple[facts.Contact, ...]:
    """Return the contacts with bodies, kept as papers and consulted, in the order in which the bodies last spoke."""
    kept = [(one.on, _contact(one, had)) for one in papers if one.kind == "contact"]
    return tuple(contact for _day, contact in sorted([*consulted, *kept], key=lambda each: each[0]))


def _screening(papers: Sequence[ActivityPaper]) -> facts.Screening | None:
    if not papers:
        return None
    still_open = tuple(str(words) for code, words in QUESTIONS.items() if code not in papers[-1].codes)
    return facts.Screening(still_open, has_document=True)


ACTIVITIES: Flow[Activity] = Flow(
    table=activity_workflow(gate_rules()),
    words=ACTIVITY_WORDS,
    permissions=(ACTIVITIES_KEEP,),
    events=events.ACTIVITY_STEPS,
    rows=activity_rows,
    facts=facts_of,
    subject=lambda row: events.activity_subject(row.pk, row.belongs_to),
    told=lambda row: {"activity": row.title},
)
