"""Opinions as plain documents: the same for the command line, the API and exports."""

from collections.abc import Iterable, Mapping
from typing import Any

from accede.core.cooperation.finder import find_bases
from accede.core.cooperation.offences import Offence
from accede.core.cooperation.opinions import Basis, Considered, Opinion
from accede.core.explain import Authority, Reason
from accede.modules.cooperation.fields.codes import effect_words, kind_words, purpose_words
from accede.modules.cooperation.fields.offences import mental_words, offence_conduct, offence_title
from accede.modules.cooperation.queries.snapshot import Cooperation
from accede.modules.cooperation.words.opinion_question import Asked
from accede.modules.cooperation.words.speaker import CooperationSpeaker

Document = dict[str, Any]


def opinions_on(snapshot: Cooperation, asked: Asked) -> tuple[Opinion, ...]:
    """Return an opinion for each offence asked about."""
    return tuple(find_bases(question, snapshot.facts).answer for question in asked.questions())


def opinions_document(snapshot: Cooperation, asked: Asked, language: str) -> Document:
    """Return the whole answer, complete and stable: every basis with effect, articles, reasons and gaps."""
    speaker = CooperationSpeaker(snapshot, language)
    return {
        "requesting": state_document(speaker, asked.requesting),
        "requested": state_document(speaker, asked.requested),
        "on": asked.on,
        "purpose": asked.purpose.value,
        "purpose_words": purpose_words(asked.purpose),
        "edition": snapshot.register.edition,
        "known": snapshot.register.known_on,
        "language": language,
        "opinions": [opinion_document(speaker, opinion) for opinion in opinions_on(snapshot, asked)],
    }


def state_document(speaker: CooperationSpeaker, code: str) -> Document:
    """Return a State by code and name."""
    return {"code": code, "name": speaker.state(code)}


def opinion_document(speaker: CooperationSpeaker, opinion: Opinion) -> Document:
    """Return one opinion."""
    offence = speaker.snapshot.catalogue.by_code[opinion.question.offence]
    return {
        "offence": offence_document(speaker, offence),
        "effect": opinion.effect.value,
        "effect_words": effect_words(opinion.effect),
        "strongest": opinion.strongest.treaty if opinion.strongest else None,
        "bases": [_basis(speaker, basis) for basis in opinion.bases],
        "considered": [_considered(speaker, entry) for entry in opinion.considered],
        "conditions": reasons_document(speaker, opinion.conditions),
        "unknowns": reasons_document(speaker, opinion.unknowns),
    }


def offence_document(speaker: CooperationSpeaker, offence: Offence) -> Document:
    """Return an offence with every text that defines it."""
    return {
        "code": offence.code,
        "title": offence_title(offence.code),
        "conduct": offence_conduct(offence.code),
        "mental": mental_words(offence.mental),
        "exclusions": list(offence.exclusions),
        "definitions": [
            {
                "instrument": d.instrument,
                "title": speaker.treaty(d.instrument),
                "article": _authority(speaker, d.authority),
                "attempt": d.attempt,
                "participation": list(d.participation),
                "annex": d.annex,
                "verified": d.verified,
                "forms_verified": d.forms_verified,
            }
            for d in offence.definitions
        ],
    }


def _basis(speaker: CooperationSpeaker, basis: Basis) -> Document:
    return {
        "treaty": basis.treaty,
        "title": speaker.treaty(basis.treaty),
        "kind": basis.kind.value,
        "kind_words": kind_words(basis.kind),
        "effect": basis.effect.value,
        "effect_words": effect_words(basis.effect),
        "articles": [_authority(speaker, authority) for authority in basis.articles],
        "sources": list(_sources(speaker, basis)),
        "reasons": reasons_document(speaker, basis.because),
        "conditions": reasons_document(speaker, basis.conditions),
        "unknowns": reasons_document(speaker, basis.unknowns),
    }


def _sources(speaker: CooperationSpeaker, basis: Basis) -> Iterable[str]:
    """Return the sources of a treaty beside the nineteen; those of acts are behind the reports of the reasons."""
    agreement = speaker.snapshot.facts.agreements.get(basis.treaty)
    if agreement is not None:
        return agreement.sources
    members = speaker.snapshot.facts.memberships
    states = {str(r.facts[name]) for r in basis.because for name in ("requesting", "requested") if name in r.facts}
    found = (members[basis.treaty, s].sources for s in states if (basis.treaty, s) in members)
    return tuple(dict.fromkeys(source for sources in found for source in sources))


def _considered(speaker: CooperationSpeaker, entry: Considered) -> Document:
    return {
        "treaty": entry.treaty,
        "title": speaker.treaty(entry.treaty),
        "kind": entry.kind.value,
        "reasons": reasons_document(speaker, entry.because),
    }


def reasons_document(speaker: CooperationSpeaker, reasons: tuple[Reason, ...]) -> list[Document]:
    """Return reasons with code, facts, words and authority."""
    return [
        {
            "code": str(reason.code),
            "words": speaker.line(reason).words,
            "authority": _authority(speaker, reason.authority) if reason.authority else None,
            "facts": _facts(reason.facts),
            "reports": list(reason.acts),
        }
        for reason in reasons
    ]


def _facts(facts: Mapping[str, object]) -> Document:
    return {name: list(value) if isinstance(value, tuple) else value for name, value in facts.items()}


def _authority(speaker: CooperationSpeaker, authority: Authority) -> Document:
    return {"text": authority.text, "article": authority.article, "words": speaker.authority(authority)}
