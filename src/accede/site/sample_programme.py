"""The sample programme: people of invented States and what they do, made by the services of each module."""

from datetime import datetime

from accede.foundation.access import SYSTEM
from accede.foundation.access.acting import acting
from accede.modules.assessments.services.samples import make_sample_visits
from accede.modules.assistance.services.samples import make_sample_requests
from accede.modules.identity.services.samples import make_sample_people
from accede.modules.legislation.services.samples import make_sample_laws
from accede.modules.outcomes.services.samples import make_sample_outcome, make_sample_way
from accede.modules.resources.services.samples import make_sample_money


def make_sample_programme(*, at: datetime) -> None:
    """Make what is not there yet of the sample programme.

    Raises:
        Refused: this installation is to have no samples.
        SampleNameTaken: an organisation of one of their names is there, and is no sample.
    """
    with acting(SYSTEM):
        make_sample_people(at=at)
        make_sample_money(at=at)
        make_sample_visits(at=at)
        make_sample_outcome(at=at)
    make_sample_requests(at=at)
    with acting(SYSTEM):
        make_sample_way(at=at)
    make_sample_laws(at=at)
