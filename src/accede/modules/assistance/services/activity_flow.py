"""The way of activities as it is run: what the gates ask, and what a step does."""

from collections.abc import Collection, Sequence
from datetime import datetime
from uuid import UUID

from accede.core.assistance import gate_facts as facts
from accede.core.assistance.activities import activity_workflow
from accede.core.assistance.gates import EXCEPTED, Rule, judge
from accede.core.explain import Finding
from accede.foundation.access import SYSTEM, Actor, or_refuse
from accede.foundation.access.acting import acting
from accede.foundation.files.storing import files_had
from accede.foundation.workflow.flow import Flow
from accede.modules.assessments.queries.consents import consents_that_stand
from accede.modules.assistance import events
from accede.modules.assistance.access import ACTIVITIES_KEEP
from accede.modules.assistance.fields.activity_workflow import ACTIVITY_WORDS
from accede.modules.assistance.fields.papers import QUESTIONS
from accede.modules.assistance.models import Activity, ActivityPaper, ActivityPartner, AssistanceRequest
from accede.modules.assistance.queries.activities import activity_rows, gate_rules, money_of
from accede.modules.assistance.queries.beside import files_with
from accede.modules.assistance.queries.mandate import MANDATE
from accede.modules.coordination.queries.consultations import contacts_about
from accede.modules.mandates.queries.mandates import mandate_at

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


@acting(SYSTEM)
def facts_of(row: Activity, by: Actor, at: datetime) -> facts.Activity:
    """Return what the gates read, whoever may see it: a gate tells no more than what is missing."""
    del by
    papers = list(ActivityPaper.objects.filter(activity=row.pk).order_by("on", "made_at", "id"))
    asked = list(AssistanceRequest.objects.filter(pk__in=row.requests))
    had = files_had(SYSTEM, [one.document for one in papers if one.document] + ([row.outcome] if row.outcome else []))
    partners = ActivityPartner.objects.filter(activity=row.pk).values_list("organisation", flat=True)
    there, gap = money_of([row], on=at.date())[row.pk]
    enters = tuple(row.states) if row.kind == _ASSESSES else ()
    return facts.Activity(
        beneficiaries=(*row.states, *row.organisations),
        requests=tuple(_request(one) for one in asked),
        visits=enters,
        consents=consents_that_stand(enters),
        topics=tuple(row.topics),
        participants=tuple(map(str, partners)),
        first_day=row.first_day,
        last_day=row.last_day,
        contacts=_contacts(row, papers, had),
        money=facts.Money(there, gap, row.reference if there else ""),
        citations=_citations(row),
        discretion={
            one.about: facts.Determination(
                is_yes=one.answer == "yes",
                reason=one.text,
                has_author_and_day=True,
                budget_line=one.budget_line,
                indicator=one.indicator,
            )
            for one in papers
            if one.kind == "decision"
        },
        screening=_screening([one for one in papers if one.kind == "screening" and one.document in had]),
        languages=frozenset(row.languages),
        asked_in=frozenset(one.language for one in asked if one.language),
        touches_law=row.kind in _TOUCH_LAW,
        words=f"{row.title} {row.objective}",
        exceptions=tuple(
            facts.Excepted(
                one.about,
                one.text,
                str(one.made_by or "operator"),
                str(one.confirmed_by or "operator") if one.confirmed_at else "",
                one.document in had,
            )
            for one in papers
            if one.kind == "exception"
        ),
        has_outcome=row.outcome is not None and row.outcome in had,
        today=at.date(),
    )


def _request(row: AssistanceRequest) -> facts.Request:
    """A form that a State's focal point filed is a record itself; what came as a paper counts with that paper."""
    from_paper = row.channel != "form"
    has_document = not from_paper or bool(files_with(SYSTEM, row.pk))
    by = row.state_code or str(row.organisation_id)
    is_accepted = row.state in _ACCEPTED
    return facts.Request(by, row.reference, has_document, is_accepted, is_withdrawn=row.state == "withdrawn")


def _citations(row: Activity) -> tuple[facts.Citation, ...]:
    line = mandate_at(MANDATE)
    adoption = line.adoption if line is not None else None
    is_adopted = line is not None and (not line.is_draft or adoption is not None)
    has_record = line is not None and (not line.is_draft or (adoption is not None and adoption.is_verified))
    symbol = line.symbol if line is not None else MANDATE
    return tuple(facts.Citation(symbol, one.rstrip("abc"), is_adopted, has_record) for one in row.cited)


def _contacts(row: Activity, papers: Sequence[ActivityPaper], had: Collection[UUID]) -> tuple[facts.Contact, ...]:
    """Return the contacts with bodies, kept as papers and consulted, in the order in which the bodies last spoke."""
    found = contacts_about(_KIND, str(row.pk))
    for one in papers:
        if one.kind == "contact":
            answer = "" if one.answer == "none" else one.answer
            found.append((one.on, facts.Contact(one.about, one.on, one.until, answer, one.document in had)))
    return tuple(contact for _day, contact in sorted(found, key=lambda each: each[0]))


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
