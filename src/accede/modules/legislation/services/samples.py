"""Laws of the sample programme: of two invented States, in three scripts and traditions, one in two wordings, reviewed.

Made only where there are sample people, in their names, by the services that everybody uses. Every text was written
for this product, says that it is a sample, and is the law of no State.
"""

import io
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.conf import settings
from django.db import transaction

from accede import data
from accede.foundation.access import SYSTEM, Actor, Refused
from accede.foundation.access.acting import acting
from accede.foundation.audit import Face
from accede.modules.identity.services.samples import STATE_A, STATE_B, sample_actor
from accede.modules.legislation.fields.laws import LawDetails
from accede.modules.legislation.fields.reviews import RatingDetails
from accede.modules.legislation.models import Law, LawProvision
from accede.modules.legislation.services.importing import LawFile, bring_law_in, confirm_law
from accede.modules.legislation.services.questions import answer_for_state, ask_state
from accede.modules.legislation.services.reviewing import decide, rate, read_second

_FACE = Face.COMMAND
_CHECKED = date(2020, 6, 1)
FINANCING = "Loi n° 12 de 2012 relative à la lutte contre le financement du terrorisme (sample)"


@dataclass(frozen=True, slots=True)
class _Law:
    file: str
    state: str
    title: str
    source: str
    starts: date


_FIRST = _Law("samplonia-2012.fr.txt", STATE_A, FINANCING, "Journal officiel n° 3 de 2012 (sample)", date(2012, 2, 1))
_NEXT = _Law("samplonia-2020.fr.txt", STATE_A, FINANCING, "Journal officiel n° 9 de 2020 (sample)", date(2020, 5, 1))
_OTHERS = (
    _Law(
        "samplonia-extradition.ar.txt", STATE_A,
        "قانون رقم 5 لسنة 2009 بشأن تسليم المجرمين والمساعدة القضائية (sample)",
        "الجريدة الرسمية، العدد 8 لسنة 2009 (sample)", date(2009, 4, 1),
    ),
    _Law(
        "examplia-act.en.txt", STATE_B, "Suppression of Terrorist Financing Act 2010 (sample)",
        "Gazette 41 of 2010 (sample)",
        date(2010, 9, 1),
    ),
    _Law(
        "examplia-banks.ru.txt", STATE_B, "Закон о банковском надзоре (sample)",
        "Официальный вестник № 7 за 2011 год (sample)", date(2011, 1, 1),
    ),
)  # fmt: skip
_DECIDED = (
    ("financing.offence", "3", RatingDetails("partial", "La collecte de fonds reste à viser (sample).")),
    ("general.legal_persons", "5", RatingDetails("full", "Amende pour les personnes morales (sample).")),
    ("general.jurisdiction", "6", RatingDetails("partial", "Les autres chefs de compétence sont à examiner (sample).")),
)
"""Of the first wording: the obligation, the article that was accepted, and the rating."""


@transaction.atomic
def make_sample_laws(*, at: datetime) -> None:
    """Bring in the laws of the sample programme and begin their review, where none of them is there yet.

    Raises:
        Refused: this installation is to have no samples.
    """
    if not settings.ACCEDE_SAMPLE_PEOPLE:
        raise Refused
    with acting(SYSTEM):
        if Law.objects.filter(title=FINANCING).exists():
            return
        officer, second, focal = (sample_actor(key, on=at.date()) for key in ("officer", "officer-2", "focal-a"))
    with acting(officer):
        first = _brought(_FIRST, by=officer, at=at)
        for obligation, number, rating in _DECIDED:
            provision = LawProvision.objects.get(law=first, number=number)
            decide(obligation, provision.id, "accepted", by=officer, at=at, face=_FACE)
            rate(STATE_A, obligation, rating, by=officer, at=at, face=_FACE)
        question = ask_state(
            STATE_A, "general.jurisdiction", "Une autre loi fonde-t-elle la compétence en cas de présence ? (sample)",
            by=officer, at=at, face=_FACE,
        )  # fmt: skip
        ask_state(
            STATE_A, "financing.offence", "La collecte de fonds est-elle punie par un autre texte ? (sample)",
            by=officer, at=at, face=_FACE,
        )  # fmt: skip
        for one in _OTHERS:
            _brought(one, by=officer, at=at)
    with acting(second):
        agreed = RatingDetails("full", "")
        read_second(STATE_A, "general.legal_persons", agreed, by=second, at=at, face=_FACE)
        other = RatingDetails("unclear", "L’article 6 dit-il où est la personne ? (sample)")
        read_second(STATE_A, "general.jurisdiction", other, by=second, at=at, face=_FACE)
    with acting(focal):
        answer_for_state(question, "Non, aucune autre loi (sample).", by=focal, at=at, face=_FACE)
    with acting(officer):
        _brought(_NEXT, by=officer, at=at, replaces=first)


def _brought(one: _Law, *, by: Actor, at: datetime, replaces: UUID | None = None) -> UUID:
    details = LawDetails(one.state, one.title, one.source, _CHECKED, one.starts)
    stream = io.BytesIO(data.text(f"legislation/samples/{one.file}").encode())
    law = bring_law_in(details, LawFile(stream, one.file), by=by, at=at, replaces=replaces, face=_FACE)
    confirm_law(law, by=by, at=at, face=_FACE)
    return law
