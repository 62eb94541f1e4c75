"""What addresses of pages about mandates ask, with the nearest where there is no such mandate."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.http import HttpRequest
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from accede.foundation.exports import Link
from accede.foundation.listings import PageParameters
from accede.foundation.pages import NotHere, Suggestion
from accede.foundation.pages.parameters import shortened, unknown_parameters
from accede.foundation.texts import nearest
from accede.modules.mandates.queries.mandates import MandateLine, known_references, mandate_at

EVERYWHERE = frozenset({"on", "known", "format", "page"})


@dataclass(frozen=True, slots=True)
class Tab:
    """One page about a mandate, as a link beside the others."""

    label: str
    address: str
    is_current: bool


class MandatePageQuestion(PageParameters):
    """The parameters of one address; `done` tells all that is wrong with them at once."""

    def __init__(self, request: HttpRequest, *, knows: Iterable[str] = ()) -> None:
        super().__init__()
        self.request = request
        self.query = request.GET
        self.language = get_language() or "en"
        self.day_asked = self.as_at(on=self.as_written("on"), known=self.as_written("known"))
        self.problems += unknown_parameters(self.query, {*EVERYWHERE, *knows})
        self.format = self.wanted_format()

    def mandate(self, reference: str) -> MandateLine:
        """Return the mandate of an address.

        Raises:
            NotHere: there is none; the nearest are offered.
        """
        found = mandate_at(reference[:80])
        if found is None:
            references = known_references()
            near = [
                Suggestion(references[one], self.here("mandates:mandate-detail", one))
                for one in nearest(reference[:80], references)
            ]
            raise NotHere(_("The record holds no mandate “%(text)s”.") % {"text": shortened(reference)}, near)
        return found


def tabs(question: MandatePageQuestion, line: MandateLine, current: str) -> list[Tab]:
    """Return the pages about a mandate."""
    names = {
        "mandate-detail": _("Text and duties"),
        "mandate-implementation": _("Implementation"),
        "mandate-compare": _("Compare"),
        "mandate-checks": _("Checks"),
    }
    return [
        Tab(words, question.here(f"mandates:{name}", line.reference), name == current) for name, words in names.items()
    ]


def trail(question: MandatePageQuestion, line: MandateLine) -> list[Link]:
    """Return where a page about a mandate stands."""
    return [Link(_("Mandates"), question.here("mandates:mandate-list")), Link(line.symbol, "")]
