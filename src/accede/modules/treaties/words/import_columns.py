"""What a list of imports shows of each, and a page of one."""

from collections.abc import Callable

from django.utils.translation import gettext as _

from accede.foundation.exports import Kind, Link
from accede.foundation.fields import Field
from accede.foundation.texts import format_day, isolated, listed
from accede.modules.treaties.queries.imports import ImportLine


def import_columns(address: Callable[[ImportLine], str]) -> list[Field[ImportLine]]:
    """Return the columns of a list of imports; the first leads to the page that takes one back."""

    def edition(line: ImportLine) -> Link:
        return Link(str(line.number), address(line))

    return [
        Field("edition", _("Edition"), edition, Kind.LINK, lambda line: line.number),
        Field("day", _("Day"), lambda line: line.made_at.date(), Kind.DAY, lambda line: line.made_at),
        Field("who", _("Who"), _who, order=_who),
        Field("words", _("File, or why"), lambda line: line.words, order=lambda line: line.words, may_break=True),
        Field("sources", _("Sources"), lambda line: listed(line.sources, apart=True), may_break=True),
        Field("added", _("Reports brought"), lambda line: line.added, Kind.NUMBER, lambda line: line.added),
        Field("retracted", _("Reports closed"), lambda line: line.retracted, Kind.NUMBER, lambda line: line.retracted),
        Field("known", _("Still known"), lambda line: line.known, Kind.NUMBER, lambda line: line.known),
        Field("state", _("What became of it"), became, order=became, may_break=True),
    ]


def import_facts(line: ImportLine, language: str) -> list[tuple[str, str]]:
    """Return what a page says of one import, label by label."""
    facts = [
        (_("Edition"), str(line.number)),
        (_("Day"), format_day(line.made_at.date(), language)),
        (_("Who"), _who(line)),
        (_("File, or why"), line.words),
        (_("Sources"), listed(line.sources, apart=True)),
        (_("Reports brought"), str(line.added)),
        (_("Reports closed"), str(line.retracted)),
        (_("Still known"), str(line.known)),
        (_("What became of it"), became(line)),
    ]
    return [(label, words) for label, words in facts if words]


def became(line: ImportLine) -> str:
    """Return what became of an import since, in words."""
    if line.taken_back_by is not None:
        words = _("Taken back by edition %(edition)s: %(why)s")
        return words % {"edition": line.taken_back_by, "why": isolated(line.why)}
    if line.takes_back is not None:
        return _("It took back edition %(edition)s") % {"edition": line.takes_back}
    return ""


def _who(line: ImportLine) -> str:
    return listed([isolated(line.who), line.face]) if line.who else line.face
