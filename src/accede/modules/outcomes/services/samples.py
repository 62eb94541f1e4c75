"""An outcome of the sample programme: a law to which a visit contributed, reported, and not counted.

The library holds no law of an invented State, so that it stays unverified, as it would for a real one.
"""

from datetime import date, datetime

from django.conf import settings
from django.db import transaction

from accede.foundation.access import SYSTEM, Refused
from accede.foundation.audit import Face
from accede.modules.identity.services.samples import STATE_A
from accede.modules.outcomes.fields.after import LessonDetails
from accede.modules.outcomes.fields.outcomes import OutcomeDetails
from accede.modules.outcomes.models import Outcome
from accede.modules.outcomes.queries.helping import help_to_choose
from accede.modules.outcomes.services.recording import record_lesson, record_outcome

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
