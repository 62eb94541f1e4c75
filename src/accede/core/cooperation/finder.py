"""The finder: one question, one opinion."""

from collections.abc import Iterable, Sequence

from accede.core.cooperation.agreements import Status
from accede.core.cooperation.bases import conventions
from accede.core.cooperation.beside import gives_nothing, treaties_beside
from accede.core.cooperation.conditions import nationals_of
from accede.core.cooperation.effects import STRENGTH, Effect, Purpose
from accede.core.cooperation.facts import Facts
from accede.core.cooperation.offences import first_defined_on
from accede.core.cooperation.opinions import Basis, Considered, Opinion, OpinionQuestion, Refusal, RefusedBecause
from accede.core.cooperation.reasons import Code, reason
from accede.core.explain import Finding, Reason
from accede.core.treaties.reasons import vcsst
from accede.core.values import Period

_NOT_COUNTED = frozenset({Status.NOT_IN_FORCE, Status.APPROVED, Status.SIGNED, Status.NAMED})


def objections(question: OpinionQuestion, facts: Facts, lives: dict[str, Sequence[Period]]) -> tuple[Refusal, ...]:
    """Return everything that is wrong with a question, all at once.

    `lives` gives the periods in which each State of the record existed.
    """
    found = [r for part in ("requesting", "requested") for r in _about_state(part, question, lives)]
    if question.requesting == question.requested:
        found.append(Refusal("requested", RefusedBecause.SAME_STATE, question.requested))
    offence = facts.world.catalogue.by_code.get(question.offence)
    if offence is None:
        found.append(Refusal("offence", RefusedBecause.UNKNOWN_OFFENCE, question.offence))
    else:
        adopted = {key: instrument.adopted_on for key, instrument in facts.instruments.items()}
        first = first_defined_on(offence, adopted)
        if question.on < first:
            found.append(Refusal("offence", RefusedBecause.NOT_YET_DEFINED, question.offence, first))
    return tuple(found)


def _about_state(part: str, question: OpinionQuestion, lives: dict[str, Sequence[Period]]) -> Iterable[Refusal]:
    code = question.requesting if part == "requesting" else question.requested
    periods = lives.get(code)
    if periods is None:
        yield Refusal(part, RefusedBecause.UNKNOWN_STATE, code)
        return
    if any(question.on in period for period in periods):
        return
    begins = min((p.start for p in periods if p.start is not None and p.start > question.on), default=None)
    if begins is not None:
        yield Refusal(part, RefusedBecause.STATE_NOT_YET, code, begins)
    else:
        ended = max((p.end for p in periods if p.end is not None), default=None)
        yield Refusal(part, RefusedBecause.STATE_NO_MORE, code, ended)


def find_bases(question: OpinionQuestion, facts: Facts) -> Finding[Opinion]:
    """Return the opinion on a question that has no objections.

    The strongest basis is the one whose effect gives most; among equals the newest text that defines the offence, then
    the treaties beside it.

    Raises:
        KeyError: the offence is not in the catalogue.
    """
    offence = facts.world.catalogue.by_code[question.offence]
    found = [*conventions(question, offence, facts), *treaties_beside(question, offence, facts)]
    bases = sorted((b for b in found if isinstance(b, Basis)), key=lambda b: (-STRENGTH[b.effect], b.slot, b.treaty))
    considered = [*(c for c in found if isinstance(c, Considered)), *gives_nothing(question, facts)]
    strongest = bases[0] if bases and STRENGTH[bases[0].effect] > 0 else None
    conditions, gaps = nationals_of(question, facts)
    opinion = Opinion(
        question=question,
        effect=strongest.effect if strongest else Effect.NONE,
        strongest=strongest,
        bases=tuple(bases),
        considered=tuple(considered),
        conditions=conditions,
        unknowns=(
            *gaps,
            *_unsourced(question, facts),
            *_gaps_about_treaties(question, facts),
            _territories(question),
        ),
    )
    return Finding(opinion, strongest.because if strongest else tuple(r for c in considered for r in c.because))


def _unsourced(question: OpinionQuestion, facts: Facts) -> Iterable[Reason]:
    """Say where a statement on a State's law is left aside because its source cannot be looked up."""
    if question.purpose is Purpose.EXTRADITION:
        for state in (question.requesting, question.requested):
            if facts.rule_of(state).is_unsourced:
                yield reason(Code.UNSOURCED_RULE, None, state=state)


def _gaps_about_treaties(question: OpinionQuestion, facts: Facts) -> Iterable[Reason]:
    """Name treaties that a source only names, or that have ended, and say that the list of treaties is not whole."""
    wanted = {Purpose.EXTRADITION: "extradition", Purpose.MLA: "mla"}.get(question.purpose)
    if wanted is None:
        return
    yield from _of_former_states(question, wanted, facts)
    for agreement in facts.agreements_between(question.requesting, question.requested):
        if wanted not in {s.value for s in agreement.serves} or agreement.part_of:
            continue
        if agreement.status in _NOT_COUNTED:
            yield reason(Code.NAMED_ONLY, None, treaty=agreement.key, status=agreement.status.value)
        elif agreement.status is Status.TERMINATED and not agreement.is_in_force_on(question.on):
            yield reason(Code.TREATY_ENDED, None, treaty=agreement.key, until=agreement.until)
    yield reason(Code.TREATIES_INCOMPLETE, None, requesting=question.requesting, requested=question.requested)


def _of_former_states(question: OpinionQuestion, wanted: str, facts: Facts) -> Iterable[Reason]:
    """Name treaties of a State from which one of the two came: whether they go on is not known here.

    Whether a successor is bound by a bilateral treaty of its predecessor depends on what the two agree or do (VCSST
    arts. 24(1) and 34(1)).
    """
    for state, other in ((question.requesting, question.requested), (question.requested, question.requesting)):
        for predecessor in facts.predecessors.get(state, ()):
            for agreement in facts.agreements_between(predecessor, other):
                if (
                    agreement.since is not None
                    and not agreement.part_of
                    and wanted in {s.value for s in agreement.serves}
                ):
                    yield reason(
                        Code.OF_FORMER_STATE,
                        vcsst("24(1), 34(1)"),
                        treaty=agreement.key,
                        predecessor=predecessor,
                        state=state,
                    )


def _territories(question: OpinionQuestion) -> Reason:
    return reason(Code.TERRITORIES, None, requesting=question.requesting, requested=question.requested)
