"""How widely what belongs to an assessment may be read: the State's consent decides, while it lasts.

With a consent that stands, the programme reads it; without one, or once it is withdrawn, the State and those who are
named for it by their role.
"""

from django.utils.translation import gettext as _

from accede.foundation.access import ALL, Actor, Level, Scope
from accede.foundation.access.deciding import key_of, write_keys
from accede.foundation.problems import EVERYWHERE, UnableTo
from accede.modules.assessments.models import Assessment, Consent


def scope_of_state(code: str) -> Scope:
    """Return the scope of what belongs to a State."""
    return Scope("state", code)


def level_of_assessment(consent: Consent | None) -> Level:
    """Return how widely a visit or desk review itself may be read: plans are the programme's until a withdrawal."""
    is_withdrawn = consent is not None and consent.withdrawn_at is not None
    return Level.OWNER_CONFIDENTIAL if is_withdrawn else Level.PROGRAMME


def level_below(consent: Consent | None) -> Level:
    """Return how widely may be read what an assessment found."""
    stands = consent is not None and consent.withdrawn_at is None
    return Level.PROGRAMME if stands else Level.OWNER_CONFIDENTIAL


def see_that_it_may_go_on(row: Assessment) -> None:
    """Go on if nothing has stopped an assessment.

    Raises:
        UnableTo: its consent was withdrawn, or it will not be made.
    """
    if row.consent is not None and row.consent.withdrawn_at is not None:
        words = _("The State withdrew its consent on %(day)s. Nothing more is recorded of what rests on it.")
        raise UnableTo({EVERYWHERE: words % {"day": row.consent.withdrawn_on}})
    if row.state in {"declined", "called_off"}:
        raise UnableTo({EVERYWHERE: _("This was not made, so there is nothing to record of it.")})


def see_that_it_can_be_written(by: Actor, level: Level, state: str) -> None:
    """Go on if the actor may write what only the State and those who are named for it may read.

    Raises:
        UnableTo: the actor's role names all States, which opens no State's confidential file.
    """
    keys = write_keys(by)
    if key_of(level, ALL) not in keys and key_of(level, scope_of_state(state)) not in keys:
        words = _(
            "Without a consent that stands, only the State and those whose role names that State may record this. "
            "Add the State’s consent first, or ask for a role for this State."
        )
        raise UnableTo({EVERYWHERE: words})
