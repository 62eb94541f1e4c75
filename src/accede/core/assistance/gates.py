"""The gates of assistance, as one table: what a resolution demands before something is delivered.

Which gates a resolution sets, by which paragraph, who supplies what is missing and whether an exception is permitted,
is data (`data/assistance/gates.yaml`), since resolutions differ: the condition of money has left later texts, the
condition of a request has grown. Each gate below is a function of plain facts; `TABLE` says which one judges what.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from accede.core.assessments.consents import days_outside, outside
from accede.core.assistance.gate_facts import Activity, Contact, Excepted, Strength
from accede.core.explain import Authority, Finding, Reason
from accede.core.workflow import Gate

OFFICIAL_LANGUAGES = frozenset({"ar", "en", "es", "fr", "ru", "zh-hans"})
EXCEPTED = ".excepted"
"""What the code of a gate ends in where an exception lets it pass."""
Missing = Mapping[str, object] | None


@dataclass(frozen=True, slots=True)
class With:
    """The bodies with which a paragraph wants something done, and how closely."""

    paragraph: str
    strength: Strength
    bodies: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Rule:
    """A gate as a resolution sets it.

    Attributes:
        code: of the gate, a key of `TABLE`.
        key: its short name, G1 to G10.
        clause: the resolution and its paragraph.
        supplied_by: who can supply what is missing: a code.
        may_be_excepted: whether two persons together may let an activity pass without it.
        coordination: for the gate of other bodies, the paragraphs with theirs.
        words: for the gate of wording, what is never said of a State.
    """

    code: str
    key: str
    clause: Authority
    supplied_by: str
    may_be_excepted: bool
    coordination: tuple[With, ...] = ()
    words: tuple[str, ...] = ()


def request(activity: Activity, rule: Rule) -> Missing:
    """G1, “upon request”: each beneficiary has asked by a paper that is here, and the programme has accepted it."""
    del rule
    asked = {one.by for one in activity.requests if one.has_document and one.is_accepted and not one.is_withdrawn}
    return _named("beneficiaries", outside(frozenset(asked), activity.beneficiaries))


def consent(activity: Activity, rule: Rule) -> Missing:
    """G2, “with the consent of the States concerned”: each State that is entered allows the days, topics and people."""
    del rule
    covered = {
        one.state
        for one in activity.consents
        if one.withdrawn_on is None
        and not days_outside(one, activity.first_day, activity.last_day)
        and not outside(one.topics, activity.topics)
        and not outside(one.participants, activity.participants)
    }
    return _named("states", outside(frozenset(covered), activity.visits))


def resources(activity: Activity, rule: Rule) -> Missing:
    """G3, “subject to the availability of extrabudgetary resources”: committed in the books, with nothing lacking."""
    del rule
    money = activity.money
    return (
        None
        if money.reference and money.committed > 0 and money.gap == 0
        else {"gap": f"{money.gap // 100}.{money.gap % 100:02d}"}
    )


def coordination(activity: Activity, rule: Rule) -> Missing:
    """G4: each paragraph that is cited names bodies and how closely they take part; the closest wish counts."""
    cited = {one.paragraph for one in activity.citations}
    wanted: dict[str, Strength] = {}
    for one in rule.coordination:
        if one.paragraph in cited:
            for body in one.bodies:
                wanted[body] = max(wanted.get(body, one.strength), one.strength, key=list(Strength).index)
    waiting = [
        body for body, strength in wanted.items() if not _was_heard(body, strength, activity.contacts, activity.today)
    ]
    return _named("bodies", waiting)


def mandate(activity: Activity, rule: Rule) -> Missing:
    """G5, “within its mandate”: a paragraph is cited of a resolution whose adoption is recorded.

    A draft that one organ recommends to another gives no mandate until its adoption is recorded: symbol, day, source.
    """
    del rule
    if any(one.is_adopted and one.has_record for one in activity.citations):
        return None
    return {"cited": ", ".join(f"{one.resolution} {one.paragraph}" for one in activity.citations) or "–"}


def discretion(activity: Activity, rule: Rule) -> Missing:
    """G6, “when appropriate”: considered by somebody on a day, yes or no, with the reason. Silence is no answer."""
    decided = activity.discretion.get(rule.clause.article)
    is_whole = decided is not None and bool(decided.reason.strip()) and decided.has_author_and_day
    return None if is_whole else {"paragraph": rule.clause.article}


def law(activity: Activity, rule: Rule) -> Missing:
    """G7, “in accordance with international law”: laws, treaties and training are looked at, and the look is here."""
    del rule
    if not activity.touches_law:
        return None
    looked = activity.screening
    if looked is None or not looked.has_document:
        return {"questions": "–"}
    return _named("questions", looked.open_questions)


def languages(activity: Activity, rule: Rule) -> Missing:
    """G8, “in the official languages”: given in each official language in which its beneficiaries asked for it."""
    del rule
    wanted = sorted(activity.asked_in & OFFICIAL_LANGUAGES)
    if not activity.languages & OFFICIAL_LANGUAGES:
        return {"languages": ", ".join(wanted) or "–"}
    return _named("languages", outside(activity.languages, wanted))


def rule_of_law(activity: Activity, rule: Rule) -> Missing:
    """G9: whether the rule of law is built in, decided with a reason; if so, tied to a budget line and an indicator."""
    decided = activity.discretion.get(rule.clause.article)
    if decided is None or not decided.reason.strip() or not decided.has_author_and_day:
        return {"what": "determination"}
    if decided.is_yes and not (decided.budget_line and decided.indicator):
        return {"what": "component"}
    return None


def softness(activity: Activity, rule: Rule) -> Missing:
    """G10, “urges … to consider”: a State is invited; nothing that is written of it blames it for not having joined."""
    said = activity.words.casefold()
    return _named("words", [word for word in rule.words if word.casefold() in said])


TABLE: Mapping[str, Callable[[Activity, Rule], Missing]] = {
    "assistance.request": request,
    "assistance.consent": consent,
    "assistance.resources": resources,
    "assistance.coordination": coordination,
    "assistance.mandate": mandate,
    "assistance.discretion": discretion,
    "assistance.law": law,
    "assistance.languages": languages,
    "assistance.rule_of_law": rule_of_law,
    "assistance.softness": softness,
}
"""What judges which gate, in the order G1 to G10."""


def judge(activity: Activity, rules: Iterable[Rule]) -> tuple[Finding[bool], ...]:
    """Return what each gate finds, in order: with the clause, what is missing, and who can supply it."""
    return tuple(_judged(activity, rule) for rule in rules)


def workflow_gates(rules: Sequence[Rule]) -> tuple[Gate[Activity], ...]:
    """Return the gates of a resolution as a workflow's steps need them; those that an exception lets pass, pass."""
    return tuple(Gate(rule.code, rule.clause, _asked_by(rule)) for rule in rules)


def counts(exception: Excepted, rule: Rule) -> bool:
    """Return whether an exception lets a gate pass: permitted there, by two persons, with reason and document."""
    by_two = bool(exception.proposed_by and exception.confirmed_by) and exception.proposed_by != exception.confirmed_by
    is_meant = exception.gate == rule.code and rule.may_be_excepted
    return is_meant and by_two and bool(exception.reason.strip()) and exception.has_document


def _judged(activity: Activity, rule: Rule) -> Finding[bool]:
    missing = TABLE[rule.code](activity, rule)
    if missing is None:
        return Finding(answer=True, because=(Reason(rule.code, authority=rule.clause),))
    if any(counts(one, rule) for one in activity.exceptions):
        return Finding(answer=True, because=(Reason(f"{rule.code}{EXCEPTED}", missing, rule.clause),))
    facts = {**missing, "supplied_by": rule.supplied_by}
    return Finding(answer=False, because=(Reason(rule.code, facts, rule.clause),))


def _asked_by(rule: Rule) -> Callable[[Activity], Missing]:
    def missing(activity: Activity) -> Missing:
        found = _judged(activity, rule)
        return None if found.answer else found.because[0].facts

    return missing


def _was_heard(body: str, strength: Strength, contacts: Iterable[Contact], today: date) -> bool:
    entries = [one for one in contacts if one.body == body and one.has_document and one.told_on <= today]
    if not entries or entries[-1].answer == "objected":
        return False
    last = entries[-1]
    is_over = last.object_until is not None and last.object_until < today
    is_heard = bool(last.answer) or is_over
    return {
        Strength.COORDINATED: is_heard or last.object_until is None,
        Strength.CONSULTED: is_heard,
        Strength.CLOSELY_COORDINATED: last.answer in {"agreed", "no_objection"},
    }[strength]


def _named(name: str, found: Sequence[str]) -> Missing:
    return {name: ", ".join(found)} if found else None
