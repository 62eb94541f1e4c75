"""What addresses of pages about mandates ask, with the nearest where there is no such mandate."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.utils.translation import get_language, get_language_info
from django.utils.translation import gettext as _

from accede.foundation.exports import Cell, Column, Format, Link, Table, export_response, wanted_format
from accede.foundation.pages import NotHere, Suggestion
from accede.foundation.pages.asking import Asking, shortened, unknown_parameters
from accede.foundation.texts import listed, nearest
from accede.modules.mandates.queries.mandates import MandateLine, known_references, mandate_at

EVERYWHERE = frozenset({"on", "known", "format", "page"})


@dataclass(frozen=True, slots=True)
class Option:
    """One choice of a list."""

    value: str
    label: str


@dataclass(frozen=True, slots=True)
class Tab:
    """One page about a mandate, as a link beside the others."""

    label: str
    address: str
    is_current: bool


class Question(Asking):
    """The parameters of one address; `done` tells all that is wrong with them at once."""

    def __init__(self, request: HttpRequest, *, knows: Iterable[str] = ()) -> None:
        super().__init__()
        self.request = request
        self.language = get_language() or "en"
        self.as_at_day = self.as_at(on=self.text("on"), known=self.text("known"))
        self.problems += unknown_parameters(request.GET, {*EVERYWHERE, *knows})
        self.format: Format | None = wanted_format(request.GET)

    def text(self, name: str) -> str:
        """Return what stands for a parameter, without space around it."""
        return self.request.GET.get(name, "").strip()

    def choice(self, name: str, choices: Sequence[str]) -> str:
        """Return the word chosen for a parameter, nothing for none."""
        text = self.text(name)
        if text and text not in choices:
            self.problems.append(
                _("“%(name)s” takes one of these: %(choices)s; not “%(text)s”.")
                % {"name": name, "choices": listed(choices, self.language) or "–", "text": shortened(text)}
            )
            return ""
        return text

    def here(self, name: str, *parts: str) -> str:
        """Return the address of a page, with what keeps the day of this one."""
        return f"{reverse(name, args=parts)}{self.as_at_day.query}"

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

    def file(
        self, rows: Iterable[Sequence[Cell]], *, name: str, title: str, columns: Sequence[Column]
    ) -> HttpResponseBase:
        """Return rows as the file that was asked for."""
        table = Table(
            name=f"{name}-{self.as_at_day.on}",
            title=title,
            columns=columns,
            rows=rows,
            language=self.language,
            is_right_to_left=bool(get_language_info(self.language)["bidi"]),
            meta={"address": self.request.path, "on": self.as_at_day.on.isoformat()},
        )
        return export_response(table, self.format or Format.CSV)

    def export_links(self) -> tuple[Link, ...]:
        """Return the addresses of this table as files, with every filter kept."""
        links = []
        for chosen in Format:
            query = self.request.GET.copy()
            query.pop("page", None)
            query["format"] = chosen.value
            links.append(Link(chosen.name, f"{self.request.path}?{query.urlencode()}"))
        return tuple(links)


def tabs(question: Question, line: MandateLine, current: str) -> list[Tab]:
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


def trail(question: Question, line: MandateLine) -> list[Link]:
    """Return where a page about a mandate stands."""
    return [Link(_("Mandates"), question.here("mandates:mandate-list")), Link(line.symbol, "")]
