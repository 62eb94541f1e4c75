"""What bilateral and regional treaties give two States beside the universal conventions, each with its effect."""

from collections.abc import Iterator, Sequence

from accede.core.cooperation.agreements import Link
from accede.core.cooperation.bases import effect_reasons, held_by_both, treaty_in_force
from accede.core.cooperation.conditions import conditions_of
from accede.core.cooperation.effects import Effect, Purpose
from accede.core.cooperation.facts import Facts
from accede.core.cooperation.national_rules import Needs
from accede.core.cooperation.offences import Offence
from accede.core.cooperation.opinions import (
    SLOT_OF_ETS_90,
    SLOT_OF_FACTS,
    SLOT_OF_TREATY,
    SLOT_OF_UNREAD,
    Basis,
    BasisKind,
    Considered,
    OpinionQuestion,
)
from accede.core.cooperation.reasons import Code, reason
from accede.core.cooperation.rules import effect_between, treaties_for, unread_for
from accede.core.cooperation.superseding import REPLACES
from accede.core.cooperation.topics import Topic
from accede.core.cooperation.world import LISTED_IN_ETS_90, TERRORISM_ETS, Held
from accede.core.explain import Authority

UNTOC, UNCAC, ETS_24 = "UNTOC-2000", "UNCAC-2003", "ETS-024"


def treaties_beside(question: OpinionQuestion, offence: Offence, facts: Facts) -> Iterator[Basis]:
    """Yield what bilateral and regional treaties give, ETS 90 and UNTOC among them."""
    links = facts.world.links_on(question.requesting, question.requested, question.on)
    if (listed := _listed_in_ets_90(question, offence, links, facts)) is not None:
        yield listed
    for link in treaties_for(question.purpose, links):
        replaced = _replaced_by(link, links, question, facts)
        if replaced is not None:
            newer, authority = replaced
            why = reason(Code.REPLACED, authority, newer=newer, older=link.treaty)
            because = (treaty_in_force(link), why)
            yield Basis(link.treaty, _kind_of(link, facts), Effect.SUPERSEDED, because, slot=SLOT_OF_TREATY)
            continue
        because = (treaty_in_force(link), reason(Code.TREATY_TERMS, None, treaty=link.treaty))
        yield Basis(link.treaty, _kind_of(link, facts), Effect.TREATY_TERMS, because, slot=SLOT_OF_TREATY)
    for link in unread_for(question.purpose, links):
        because = (treaty_in_force(link), reason(Code.TEXT_NOT_READ, None, treaty=link.treaty))
        yield Basis(link.treaty, _kind_of(link, facts), Effect.TEXT_NOT_READ, because, slot=SLOT_OF_UNREAD)
    if question.purpose is Purpose.PROSECUTION and any(link.treaty == ETS_24 for link in links):
        why = reason(
            Code.SUBMISSION_OF_NATIONALS, Authority(ETS_24, "6(2)"), treaty=ETS_24, requested=question.requested
        )
        yield Basis(ETS_24, BasisKind.REGIONAL, Effect.IF_FACTS_ALLOW, (why,), slot=SLOT_OF_FACTS)
    if held_by_both(question, UNTOC, facts) is Held.YES:
        yield _organized_crime(question, facts)


def _replaced_by(
    link: Link, links: Sequence[Link], question: OpinionQuestion, facts: Facts
) -> tuple[str, Authority] | None:
    """Return what replaces a treaty between the two in extradition, and by which article; None where nothing does.

    The European Convention supersedes bilateral treaties that are older between the two (art. 28(1)); later ones may
    complete it (art. 28(2)). The European arrest warrant replaces conventions between Members (art. 31(1)(a)).
    """
    if question.purpose is not Purpose.EXTRADITION:
        return None
    for other in links:
        if (authority := REPLACES.get((other.treaty, link.treaty))) is not None:
            return other.treaty, authority
        older = link.since < other.since and _kind_of(link, facts) is BasisKind.BILATERAL
        if other.treaty == ETS_24 and older:
            return ETS_24, Authority(ETS_24, "28(1)")
    return None


def _kind_of(link: Link, facts: Facts) -> BasisKind:
    return BasisKind.REGIONAL if link.treaty in facts.regionals else BasisKind.BILATERAL


def _listed_in_ets_90(question: OpinionQuestion, offence: Offence, links: Sequence[Link], facts: Facts) -> Basis | None:
    """The European Convention of 1977: no basis of its own, but it puts listed offences into treaties (art. 4)."""
    article = LISTED_IN_ETS_90.get(offence.code)
    if article is None or held_by_both(question, TERRORISM_ETS, facts) is not Held.YES:
        return None
    clauses = facts.world.catalogue.clauses[TERRORISM_ETS].read_for(question.purpose, {}, TERRORISM_ETS)
    treaties = treaties_for(question.purpose, links)
    effect = effect_between(
        clauses,
        question.purpose,
        treaties=treaties,
        in_force_on=None,
        needs_requesting=Needs.NOT_KNOWN,
        needs_requested=Needs.NOT_KNOWN,
    )
    if effect is Effect.NONE:
        return None
    replaced = [
        reason(Code.REPLACED, REPLACES[link.treaty, TERRORISM_ETS], newer=link.treaty, older=TERRORISM_ETS)
        for link in links
        if question.purpose is Purpose.EXTRADITION and (link.treaty, TERRORISM_ETS) in REPLACES
    ]
    because = (
        *replaced,
        reason(Code.LISTED, Authority(TERRORISM_ETS, article), offence=offence.code, treaty=TERRORISM_ETS),
        *effect_reasons(effect, question, TERRORISM_ETS, clauses, treaties),
    )
    return Basis(
        TERRORISM_ETS,
        BasisKind.REGIONAL,
        effect,
        because,
        conditions_of(TERRORISM_ETS, clauses, question),
        slot=SLOT_OF_ETS_90,
    )


def _organized_crime(question: OpinionQuestion, facts: Facts) -> Basis:
    """UNTOC serves where the offence is serious, transnational and involves an organized group (arts. 2 and 3)."""
    clauses = facts.world.catalogue.clauses[UNTOC].read_for(question.purpose, {}, UNTOC)
    scope = "18(1)" if question.purpose is Purpose.MLA else "16(1)"
    because = [reason(Code.ORGANIZED_GROUP, Authority(UNTOC, f"2(a), 2(b), 3(1), {scope}"), treaty=UNTOC)]
    if question.purpose is Purpose.PROSECUTION:
        article = clauses.on(Topic.PROSECUTION)
        because.append(reason(Code.SUBMISSION_OF_NATIONALS, article, treaty=UNTOC, requested=question.requested))
    return Basis(
        UNTOC,
        BasisKind.UNITED_NATIONS,
        Effect.IF_FACTS_ALLOW,
        tuple(because),
        conditions_of(UNTOC, clauses, question),
        slot=SLOT_OF_FACTS,
    )


def gives_nothing(question: OpinionQuestion, facts: Facts) -> Iterator[Considered]:
    """Yield the United Nations conventions beside the nineteen that do not serve here."""
    if held_by_both(question, UNCAC, facts) is Held.YES:
        why = reason(Code.DOES_NOT_SERVE, None, treaty=UNCAC)
        yield Considered(UNCAC, BasisKind.UNITED_NATIONS, (why,))
