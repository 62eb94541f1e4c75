"""What came of the sample programme: a law to which a visit contributed, and a State on its way to an instrument.

The library holds no law of an invented State, so that the outcome stays unverified, as it would for a real one; nor
does the register hold an act of one, so that the way stays open.
"""

from datetime import date, datetime

from django.conf import settings
from django.db import transaction

from accede.foundation.access import SYSTEM, Refused
from accede.foundation.audit import Face
from accede.modules.assistance.queries.of_state import requests_of_state
from accede.modules.assistance.services.samples import JOINING
from accede.modules.identity.services.samples import STATE_A
from accede.modules.outcomes.fields.after import LessonDetails
from accede.modules.outcomes.fields.joining import Chosen, StepDetails
from accede.modules.outcomes.fields.outcomes import OutcomeDetails
from accede.modules.outcomes.models import JoiningWay, Outcome
from accede.modules.outcomes.queries.helping import help_to_choose
from accede.modules.outcomes.services.joining import open_way, tell_step
from accede.modules.outcomes.services.recording import record_lesson, record_outcome
from accede.modules.treaties.queries.instruments import all_instruments

INSTRUMENT = "FINANCING-1999"
LAW = "Loi relative à la répression du financement du terrorisme (sample)"


@transaction.atomic
def make_sample_outcome(*, at: datetime) -> None:
    """Record the outcome of the sample programme with its lesson, where it is not there yet.

    Raises:
        Refused: this installation is to have no samples.
    """
    if not settings.ACCEDE_SAMPLE_PEOPLE:
        raise Refused
    visits = [f"visit:{one.key}" for one in help_to_choose(SYSTEM, STATE_A) if one.kind == "visit"]
    if not visits or Outcome.objects.filter(state_code=STATE_A, reference=LAW).exists():
        return
    told = OutcomeDetails(
        state=STATE_A,
        kind="law",
        title="Samplonia’s law on the financing of terrorism entered into force (sample)",
        reference=LAW,
        happened_on=date(2009, 4, 1),
        contributed=tuple(visits),
        how="The report of the visit named the offence that the draft lacked (sample).",
        said_by="Note verbale 9/2009 (sample)",
    )
    number = record_outcome(told, by=SYSTEM, at=at, face=Face.COMMAND)
    learned = LessonDetails(
        "lesson",
        date(2009, 5, 4),
        "Secretariat (sample)",
        "Experts of the same legal tradition were heard first (sample).",
    )
    record_lesson(number, learned, by=SYSTEM, at=at, face=Face.COMMAND)


@transaction.atomic
def make_sample_way(*, at: datetime) -> None:
    """Open the way of the State that asks for help with joining, and tell of its first steps, where it is not there.

    Raises:
        Refused: this installation is to have no samples.
    """
    if not settings.ACCEDE_SAMPLE_PEOPLE:
        raise Refused
    asked = [one for one in requests_of_state(SYSTEM, STATE_A) if one.title.endswith(JOINING)]
    if not asked or INSTRUMENT not in all_instruments() or JoiningWay.objects.filter(state_code=STATE_A).exists():
        return
    way = open_way(int(asked[0].key), Chosen(INSTRUMENT), by=SYSTEM, at=at, face=Face.COMMAND)
    for step, told in _TOLD.items():
        tell_step(way, step, told, by=SYSTEM, at=at, face=Face.COMMAND)


_TOLD = {
    "decision": StepDetails("Ministry of Justice of Samplonia (sample)", None, date(2010, 2, 1), ""),
    "translation": StepDetails("", None, None, "The Convention has an authentic text in French (sample)."),
    "cabinet": StepDetails("Council of Ministers of Samplonia (sample)", date(2010, 6, 1), None, ""),
}
