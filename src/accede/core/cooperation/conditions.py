"""What bears on a basis in a case: political and fiscal offences, persecution, internal cases, forces, nationals."""

from accede.core.cooperation.clauses import Clauses
from accede.core.cooperation.effects import Purpose
from accede.core.cooperation.facts import Facts
from accede.core.cooperation.national_rules import Nationals
from accede.core.cooperation.opinions import OpinionQuestion
from accede.core.cooperation.reasons import Code, reason
from accede.core.cooperation.topics import Topic
from accede.core.explain import Reason

_SIMPLE: tuple[tuple[Topic, Code, frozenset[Purpose]], ...] = (
    (Topic.FISCAL, Code.FISCAL_EXCLUDED, frozenset({Purpose.EXTRADITION, Purpose.MLA})),
    (Topic.BANK_SECRECY, Code.BANK_SECRECY, frozenset({Purpose.MLA})),
    (Topic.INTERNAL_CASE, Code.INTERNAL_CASE, frozenset(Purpose)),
    (Topic.INTERNAL_ASSISTED, Code.INTERNAL_ASSISTED, frozenset({Purpose.MLA})),
    (Topic.ARMED_FORCES, Code.ARMED_FORCES, frozenset(Purpose)),
    (Topic.ARMED_CONFLICT, Code.ARMED_CONFLICT, frozenset(Purpose)),
    (Topic.OTHER_LAW, Code.OTHER_LAW, frozenset(Purpose)),
    (Topic.ASYLUM, Code.ASYLUM, frozenset({Purpose.EXTRADITION, Purpose.PROSECUTION})),
    (Topic.NOT_COVERED, Code.NOT_COVERED, frozenset(Purpose)),
    (Topic.NATIONALS, Code.NATIONALS_RETURNED, frozenset({Purpose.EXTRADITION, Purpose.PROSECUTION})),
    (Topic.FAIR_TREATMENT, Code.FAIR_TREATMENT, frozenset(Purpose)),
    (Topic.JURISDICTION, Code.JURISDICTION, frozenset({Purpose.EXTRADITION, Purpose.PROSECUTION})),
)


def conditions_of(instrument: str, clauses: Clauses, question: OpinionQuestion) -> tuple[Reason, ...]:
    """Return what the text of a convention says about cases of the kind asked about.

    `clauses` are those read for the purpose and the offence (`Clauses.read_for`).
    """
    found = [*_political(instrument, clauses, question), *_persecution(instrument, clauses, question)]
    for topic, code, purposes in _SIMPLE:
        authority = clauses.on(topic)
        if authority is not None and question.purpose in purposes:
            found.append(reason(code, authority, instrument=instrument))
    if question.purpose is Purpose.MLA and (authority := clauses.on(Topic.ASSISTANCE)) is not None:
        code = Code.INVESTIGATIONS if clauses.assists_investigations else Code.PROCEEDINGS_ONLY
        found.append(reason(code, authority, instrument=instrument))
    authority = clauses.on(Topic.LAW) or clauses.on(Topic.OPTION)
    if question.purpose is Purpose.EXTRADITION and authority is not None:
        found.append(reason(Code.LAW_OF_REQUESTED, authority, instrument=instrument, requested=question.requested))
    return tuple(found)


def _political(instrument: str, clauses: Clauses, question: OpinionQuestion) -> tuple[Reason, ...]:
    """The exclusion of the political-offence exception begins with Bombings art. 11; older texts do not speak of it."""
    if question.purpose is Purpose.PROSECUTION:
        return ()
    if (laws := clauses.on(Topic.POLITICAL_LAWS)) is not None:
        return (reason(Code.POLITICAL_LAWS, laws, instrument=instrument, grounds=clauses.grounds),)
    authority = clauses.on(Topic.POLITICAL)
    if authority is None:
        return (reason(Code.POLITICAL_NOT_ADDRESSED, None, instrument=instrument),)
    return (reason(Code.POLITICAL_EXCLUDED, authority, instrument=instrument),)


def _persecution(instrument: str, clauses: Clauses, question: OpinionQuestion) -> tuple[Reason, ...]:
    """Hostages art. 9(1) forbids extradition; later texts only say that nothing in them obliges (Bombings art. 12)."""
    if question.purpose is Purpose.PROSECUTION or clauses.on(Topic.POLITICAL_LAWS) is not None:
        return ()
    authority = clauses.on(Topic.DISCRIMINATION)
    if authority is None or (question.purpose is Purpose.MLA and not clauses.discrimination_covers_mla):
        return (reason(Code.PERSECUTION_NOT_ADDRESSED, None, instrument=instrument),)
    code = Code.MUST_REFUSE_PERSECUTION if clauses.must_refuse else Code.NO_DUTY_IF_PERSECUTION
    return (reason(code, authority, instrument=instrument, grounds=clauses.grounds),)


def nationals_of(question: OpinionQuestion, facts: Facts) -> tuple[tuple[Reason, ...], tuple[Reason, ...]]:
    """Return (conditions, gaps) about the nationals of the requested State, for a request for extradition."""
    if question.purpose is not Purpose.EXTRADITION:
        return (), ()
    rule = facts.rule_of(question.requested)
    if rule.nationals is Nationals.NOT_KNOWN:
        return (), (reason(Code.NATIONALS_NOT_KNOWN, None, state=rule.state),)
    code = {
        Nationals.YES: Code.NATIONALS_YES,
        Nationals.NO: Code.NATIONALS_NO,
        Nationals.PARTLY: Code.NATIONALS_PARTLY,
    }[rule.nationals]
    gaps = (reason(Code.SECONDARY_SOURCE, None, state=rule.state, source=rule.source),) if rule.is_secondary else ()
    return (reason(code, None, state=rule.state, source=rule.source),), gaps
