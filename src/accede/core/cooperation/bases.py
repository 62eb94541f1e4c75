"""The legal bases that universal conventions give two States for an offence on a day, each with its effect."""

from collections.abc import Iterator, Sequence

from accede.core.cooperation.agreements import Link
from accede.core.cooperation.clauses import Clauses
from accede.core.cooperation.conditions import conditions_of
from accede.core.cooperation.effects import Effect, Purpose
from accede.core.cooperation.facts import Facts
from accede.core.cooperation.national_rules import Needs
from accede.core.cooperation.offences import FINANCING, Definition, Offence
from accede.core.cooperation.opinions import (
    Basis,
    BasisKind,
    Considered,
    OpinionQuestion,
)
from accede.core.cooperation.reasons import Code, reason
from accede.core.cooperation.rules import effect_between, treaties_for
from accede.core.cooperation.superseding import READ_AS_ONE, SUPERSEDES, Relation
from accede.core.cooperation.topics import Topic
from accede.core.cooperation.world import Held
from accede.core.explain import Authority, Reason
from accede.core.treaties.reasons import vclt, vcsst


def conventions(question: OpinionQuestion, offence: Offence, facts: Facts) -> Iterator[Basis | Considered]:
    """Yield what each text that defines the offence gives, the newest first."""
    links = facts.world.links_on(question.requesting, question.requested, question.on)
    governing: list[str] = []
    for slot, definition in enumerate(offence.definitions):
        held = held_by_both(question, definition.provision, facts)
        if held is not Held.YES:
            yield _not_bound(question, offence, definition, held, slot, facts)
            continue
        newer = next((n for n in governing if (n, definition.instrument) in SUPERSEDES), None)
        if newer is not None:
            yield _superseded(question, offence, definition, newer, slot, facts)
            continue
        governing.append(definition.instrument)
        yield _convention(question, offence, definition, links, slot, facts)


def held_by_both(question: OpinionQuestion, provision: str, facts: Facts) -> Held:
    """Return whether both States of a question hold a provision on its day."""
    return min(
        facts.world.held_on(state, provision, question.on) for state in (question.requesting, question.requested)
    )


def _convention(
    question: OpinionQuestion, offence: Offence, definition: Definition, links: Sequence[Link], slot: int, facts: Facts
) -> Basis | Considered:
    clauses = facts.world.catalogue.clauses[definition.instrument].read_for(
        question.purpose, definition.articles, definition.text
    )
    treaties = treaties_for(question.purpose, links)
    needs = {s: facts.world.needs_of(s) for s in (question.requesting, question.requested)}
    effect = effect_between(
        clauses,
        question.purpose,
        treaties=treaties,
        in_force_on=facts.world.in_force_on.get(definition.instrument),
        needs_requesting=needs[question.requesting],
        needs_requested=needs[question.requested],
    )
    because = [
        *_defined_and_bound(question, offence, definition, facts),
        *_older_goes_on(question, offence, slot, facts),
    ]
    if effect is Effect.NONE:
        because.append(reason(Code.NO_COOPERATION_RULE, None, treaty=definition.instrument))
        return Considered(definition.instrument, BasisKind.UNIVERSAL, tuple(because))
    because += effect_reasons(effect, question, definition.instrument, clauses, treaties)
    return Basis(
        definition.instrument,
        BasisKind.UNIVERSAL,
        effect,
        tuple(because),
        conditions_of(definition.instrument, clauses, question),
        (
            *_older_unless(question, offence, slot, facts),
            *_gaps_of_text(definition),
            *_needs_gaps(effect, question, facts),
            *_flags(question, definition.instrument, clauses, facts),
        ),
        slot,
    )


def _defined_and_bound(
    question: OpinionQuestion, offence: Offence, definition: Definition, facts: Facts
) -> Iterator[Reason]:
    instrument = definition.instrument
    yield reason(Code.DEFINES, definition.authority, offence=offence.code, instrument=instrument)
    held = {s: facts.change_on(instrument, s, question.on) for s in (question.requesting, question.requested)}
    acts = tuple(dict.fromkeys(act for change in held.values() for r in change.because for act in r.acts))
    yield reason(
        Code.BOTH_BOUND,
        vclt("26"),
        acts,
        instrument=instrument,
        requesting=question.requesting,
        requesting_since=held[question.requesting].position.since,
        requested=question.requested,
        requested_since=held[question.requested].position.since,
    )
    if instrument in READ_AS_ONE:
        yield reason(
            Code.READ_AS_ONE,
            READ_AS_ONE[instrument],
            instrument=instrument,
            parent=facts.instruments[instrument].parent or definition.text,
        )


def _older_goes_on(question: OpinionQuestion, offence: Offence, slot: int, facts: Facts) -> Iterator[Reason]:
    """Say when a newer text binds one of the two only, so that the older one goes on between them."""
    older = offence.definitions[slot].instrument
    for newer in offence.definitions[:slot]:
        if (newer.instrument, older) not in SUPERSEDES:
            continue
        if held_by_both(question, newer.provision, facts) is not Held.NO:
            continue
        for state in (question.requesting, question.requested):
            if facts.world.held_on(state, newer.provision, question.on) is Held.YES:
                yield reason(
                    Code.OLDER_TEXT_GOES_ON, vclt("30(4)(b), 40(4)"), newer=newer.instrument, older=older, state=state
                )


def _older_unless(question: OpinionQuestion, offence: Offence, slot: int, facts: Facts) -> Iterator[Reason]:
    """Say where a newer text perhaps binds both: the older one then stands only unless it does.

    That a State is not known to be bound does not say that it is not.
    """
    older = offence.definitions[slot].instrument
    for newer in offence.definitions[:slot]:
        rule = SUPERSEDES.get((newer.instrument, older))
        if rule is None or held_by_both(question, newer.provision, facts) is not Held.PERHAPS:
            continue
        for state in (question.requesting, question.requested):
            if facts.world.held_on(state, newer.provision, question.on) is Held.PERHAPS:
                yield reason(Code.OLDER_UNLESS, rule.authority, newer=newer.instrument, older=older, state=state)


def effect_reasons(
    effect: Effect, question: OpinionQuestion, instrument: str, clauses: Clauses, treaties: Sequence[Link]
) -> Iterator[Reason]:
    """Yield why a convention has its effect between two States that it binds."""
    for link in treaties:
        yield treaty_in_force(link)
    if question.purpose is not Purpose.EXTRADITION:
        yield from _on_assistance_or_prosecution(effect, question, instrument, clauses, treaties)
        return
    if not treaties and effect is not Effect.NO_DUTY:
        yield reason(Code.NO_EXTRADITION_TREATY, None, requesting=question.requesting, requested=question.requested)
    yield from _on_extradition(effect, question, instrument, clauses, treaties)
    if (place := clauses.on(Topic.PLACE)) is not None:
        yield reason(Code.PLACE, place, instrument=instrument)
    if (place := clauses.on(Topic.PLACE_REQUESTING)) is not None:
        yield reason(Code.PLACE_REQUESTING, place, instrument=instrument, requesting=question.requesting)
    if treaties and (modifies := clauses.on(Topic.MODIFIES)) is not None:
        yield reason(Code.MODIFIES, modifies, instrument=instrument)


def _on_extradition(
    effect: Effect, question: OpinionQuestion, instrument: str, clauses: Clauses, treaties: Sequence[Link]
) -> Iterator[Reason]:
    keys = tuple(link.treaty for link in treaties)
    asked, asking = question.requested, question.requesting
    included, option, recognised = (clauses.on(t) for t in (Topic.INCLUDED, Topic.OPTION, Topic.RECOGNITION))
    match effect:
        case Effect.INCLUDED:
            yield reason(Code.INCLUDED, included, instrument=instrument, treaties=keys)
        case Effect.INCLUSION_UNDERTAKEN:
            yield reason(Code.INCLUSION_UNDERTAKEN, included, instrument=instrument, treaties=keys)
            if unsure := tuple(link.treaty for link in treaties if not link.since_is_known):
                yield reason(Code.TREATY_DAY_NOT_KNOWN, included, treaties=unsure)
        case Effect.OPTION:
            yield reason(Code.OPTION, option, instrument=instrument, requested=asked)
        case Effect.RECOGNISED:
            yield reason(Code.RECOGNISED, recognised, instrument=instrument, requesting=asking, requested=asked)
        case Effect.OWN_LAW:
            yield reason(Code.OWN_LAW, recognised, instrument=instrument, requesting=asking, requested=asked)
        case Effect.OPTION_OR_RECOGNITION:
            yield reason(Code.OPTION_OR_RECOGNITION, option, instrument=instrument, requested=asked)
        case Effect.NO_DUTY:
            yield reason(Code.NO_DUTY, clauses.on(Topic.NO_DUTY), instrument=instrument)


def _on_assistance_or_prosecution(
    effect: Effect, question: OpinionQuestion, instrument: str, clauses: Clauses, treaties: Sequence[Link]
) -> Iterator[Reason]:
    asked, article = question.requested, clauses.on(Topic.ASSISTANCE)
    if effect is Effect.SUBMISSION:
        yield reason(Code.SUBMISSION, clauses.on(Topic.PROSECUTION), instrument=instrument, requested=asked)
    if effect not in {Effect.ASSISTANCE, Effect.ASSISTANCE_BY_TREATY}:
        return
    yield reason(Code.ASSISTANCE, article, instrument=instrument)
    keys = tuple(link.treaty for link in treaties)
    through, beside = clauses.on(Topic.ASSISTANCE_TREATIES), clauses.on(Topic.ASSISTANCE_OTHER)
    if treaties and through is not None:
        yield reason(Code.ASSISTANCE_BY_TREATY, through, treaties=keys)
    elif treaties:
        yield reason(Code.ASSISTANCE_BESIDE_TREATY, beside, instrument=instrument, treaties=keys)
    else:
        yield reason(Code.ASSISTANCE_BY_LAW, clauses.on(Topic.ASSISTANCE_LAW), requested=asked)


def treaty_in_force(link: Link) -> Reason:
    """Return since when a treaty binds the two."""
    return reason(Code.TREATY_IN_FORCE, None, treaty=link.treaty, since=link.since, since_is_known=link.since_is_known)


def _superseded(
    question: OpinionQuestion, offence: Offence, definition: Definition, newer: str, slot: int, facts: Facts
) -> Basis:
    older = definition.instrument
    rule = SUPERSEDES[newer, older]
    code = Code.PREVAILS if rule.relation is Relation.PREVAILS else Code.APPLIES_AS_AMENDED
    because = (
        *_defined_and_bound(question, offence, definition, facts),
        reason(code, rule.authority, newer=newer, older=older),
    )
    return Basis(older, BasisKind.UNIVERSAL, Effect.SUPERSEDED, because, slot=slot)


def _not_bound(
    question: OpinionQuestion, offence: Offence, definition: Definition, held: Held, slot: int, facts: Facts
) -> Basis | Considered:
    """Say which of the two is not, or perhaps not, bound by the text."""
    instrument = definition.instrument
    why = [reason(Code.DEFINES, definition.authority, offence=offence.code, instrument=instrument)]
    for state in (question.requesting, question.requested):
        change = facts.change_on(instrument, state, question.on)
        acts = tuple(act for r in change.because for act in r.acts)
        of_state = facts.world.held_on(state, definition.provision, question.on)
        if definition.annex is not None and change.position.is_operating and of_state is not Held.YES:
            article = Authority(FINANCING, "2(2)(a)")
            why.append(reason(Code.ANNEX_EXCLUDED, article, acts, annex=definition.annex, state=state))
        elif of_state is Held.PERHAPS:
            why.append(reason(Code.PERHAPS_BOUND, None, acts, instrument=instrument, state=state))
        elif (until := change.position.suspended_until) is not None:
            why.append(reason(Code.SUSPENDED, vcsst("23(2)"), acts, instrument=instrument, state=state, until=until))
        elif of_state is Held.NO:
            standing = change.position.standing.value
            why.append(reason(Code.NOT_BOUND, vclt("34"), acts, instrument=instrument, state=state, standing=standing))
    general = facts.world.in_force_on.get(instrument)
    if general is None or general > question.on:
        why.append(reason(Code.NOT_IN_FORCE, None, instrument=instrument, in_force_on=general))
    # A convention that has no rule on the purpose gives nothing even if both turn out to be bound by it.
    if held is Held.PERHAPS and _has_rule(facts.world.catalogue.clauses[instrument], question.purpose):
        return Basis(instrument, BasisKind.UNIVERSAL, Effect.NOT_KNOWN, tuple(why), slot=slot)
    return Considered(instrument, BasisKind.UNIVERSAL, tuple(why))


def _has_rule(clauses: Clauses, purpose: Purpose) -> bool:
    topics = {
        Purpose.EXTRADITION: (Topic.OPTION, Topic.NO_DUTY),
        Purpose.MLA: (Topic.ASSISTANCE,),
        Purpose.PROSECUTION: (Topic.PROSECUTION,),
    }[purpose]
    return any(clauses.on(topic) is not None for topic in topics)


def _gaps_of_text(definition: Definition) -> tuple[Reason, ...]:
    if definition.verified and definition.forms_verified:
        return ()
    return (reason(Code.DEFINITION_NOT_READ, definition.authority, instrument=definition.instrument),)


def _needs_gaps(effect: Effect, question: OpinionQuestion, facts: Facts) -> tuple[Reason, ...]:
    """Where the effect turns on whether a State needs a treaty: what of that is not known."""
    if effect not in {Effect.OPTION, Effect.OPTION_OR_RECOGNITION, Effect.OWN_LAW, Effect.RECOGNISED}:
        return ()
    found: list[Reason] = []
    turning_on = (question.requested,) if effect in {Effect.OPTION, Effect.OPTION_OR_RECOGNITION} else None
    for state in turning_on or (question.requesting, question.requested):
        rule = facts.rule_of(state)
        needs = facts.world.needs_of(state)
        if needs is Needs.NOT_KNOWN:
            found.append(reason(Code.NEEDS_NOT_KNOWN, None, state=state))
        elif needs is Needs.PARTLY:
            found.append(reason(Code.NEEDS_PARTLY, None, state=state, source=rule.source))
        if rule.is_secondary and needs is not Needs.NOT_KNOWN:
            found.append(reason(Code.SECONDARY_SOURCE, None, state=state, source=rule.source))
    return tuple(found)


def _flags(question: OpinionQuestion, instrument: str, clauses: Clauses, facts: Facts) -> Iterator[Reason]:
    """Name what is recorded of reservations and the like; one on the settlement of disputes touches no basis."""
    disputes = clauses.on(Topic.DISPUTES_OPT_OUT)
    for state in (question.requesting, question.requested):
        for flag in facts.flags_on(instrument, state, question.on):
            if disputes is not None and flag.subject == f"art. {disputes.article}":
                yield reason(Code.DISPUTES_ONLY, disputes, flag.acts, state=state, instrument=instrument)
                continue
            yield reason(
                Code.STATEMENT,
                None,
                flag.acts,
                state=state,
                instrument=instrument,
                subject=flag.subject,
                effect=flag.effect,
            )
