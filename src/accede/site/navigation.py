"""The sections of the site, in the order of its header; each module that has pages adds its own here."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


@dataclass(frozen=True, slots=True)
class Section:
    """One section: its words, and its address below the language."""

    label: str | Promise
    path: str


@dataclass(frozen=True, slots=True)
class SectionLink:
    """A section as the header of one page shows it."""

    label: str
    address: str
    is_current: bool


SECTIONS = (
    Section(_("States"), "states/"),
    Section(_("Instruments"), "instruments/"),
    Section(_("Acts"), "acts/"),
    Section(_("Compare"), "compare/"),
    Section(_("Mandates"), "mandates/"),
    Section(_("Cooperation"), "cooperation/"),
    Section(_("Figures"), "figures/"),
    Section(pgettext_lazy("documents", "Reports"), "reports/"),
    Section(_("Sources"), "sources/"),
)

SEARCH = "search/"
SOURCES = "sources/"


def section_links(*, language: str, path: str, query: str) -> Iterator[SectionLink]:
    """Yield the sections as links in `language` that keep the day; `path` is where the reader is."""
    for section in SECTIONS:
        address = f"/{language}/{section.path}"
        yield SectionLink(label=str(section.label), address=f"{address}{query}", is_current=path.startswith(address))
