"""A kept law as an Akoma Ntoso document, and what it is called as a file."""

from uuid import UUID

from accede.core.legislation.akoma_ntoso import Described, akoma_ntoso
from accede.core.legislation.segmenting import segment
from accede.foundation import clock
from accede.foundation.access import Actor
from accede.modules.legislation.queries.laws import law_visible_to, text_of
from accede.modules.legislation.queries.versions import first_wording
from accede.modules.reference.queries.states import all_states

MEDIA_TYPE = "application/akn+xml"


def exported(actor: Actor, law: UUID) -> tuple[str, str] | None:
    """Return the name of the file and the document; None where there is no such law for the actor.

    The addresses (FRBR) take the first wording for the work: all wordings of a law have the same. No day of adoption is
    kept, so the work is dated by the first day in force, or by the day on which the source was looked at.
    """
    found, text = law_visible_to(actor, law), text_of(actor, law)
    if found is None or text is None or found.checked_on is None:
        return None
    work = law_visible_to(actor, first_wording(actor, law)) or found
    state = all_states().get(found.state)
    country = state.iso2 if state and state.iso2 else found.state
    about = Described(
        title=found.title,
        country=country,
        work=f"law-{work.id.hex[:12]}",
        language=found.language,
        dated_on=work.in_force_from or work.checked_on or found.checked_on,
        dated_as="in-force" if work.in_force_from else "checked",
        starts=found.in_force_from or found.checked_on,
        made_on=clock.today(),
        source=found.source,
    )
    return f"{found.state}-{work.id.hex[:12]}-{about.starts}.xml", akoma_ntoso(segment(text), about)
