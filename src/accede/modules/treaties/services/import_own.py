"""Files that this product gave, read as tables of acts: its headings, in whichever of the six languages.

Of a file of standings only the acts come in again, with the days on which they were done; what was worked out from them
(since when, attested until when) is worked out anew.
"""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from django.utils import translation
from django.utils.translation import gettext_lazy as _

from accede.foundation.imports import Problem, TableFile
from accede.foundation.imports.tables import Refuse
from accede.modules.treaties.services.import_headings import LANGUAGES

_MEANT = (
    (_("Code"), "state"),
    (_("Key"), "instrument"),
    (_("Kind of act (code)"), "kind"),
    (_("By act"), "kind of act"),
    (_("Day of the act"), "on"),
    (_("Signed on"), "signature"),
    (_("In force on"), "in_force_on"),
    (_("About"), "subject"),
    (_("Sources"), "source"),
)
_LEFT_ASIDE = (
    *(_("State"), _("Instrument"), _("Act"), _("Regional group"), _("Standing"), _("Standing (code)"), _("Since")),
    *(_("Attested until"), _("Not a party on"), _("Not known from"), _("Why")),
)
_ONLY_OURS = (_("Kind of act (code)"), _("Standing (code)"))


def as_told(table: TableFile, *, source_is_said: bool) -> TableFile:
    """Return `table` as it is, or, where it is a file of ours, with the headings of a table of acts.

    `source_is_said`: the sources that the file names are left aside, since somebody vouches for all rows with another.
    """
    for language in LANGUAGES:
        meant = _headings(language)
        if any(heading in meant.ours for heading in table.header):
            return _OwnTable(
                table, [meant.names.get(heading, heading) for heading in table.header], source_is_said=source_is_said
            )
    return table


class _OwnTable:
    """A file of ours; columns that only say the same in words are left aside."""

    def __init__(self, table: TableFile, names: Sequence[str], *, source_is_said: bool) -> None:
        self._table = table
        aside = {"", "source"} if source_is_said else {""}
        self._places = [place for place, name in enumerate(names) if name not in aside]
        self._header = tuple(names[place] for place in self._places)
        self._source = self._header.index("source") if "source" in self._header else None

    @property
    def header(self) -> Sequence[str]:
        """The headings of a table of acts."""
        return self._header

    def rows(self, refuse: Refuse) -> Iterator[tuple[int, Sequence[str]]]:
        """Yield the rows; one that rests on several sources cannot be told as the word of one."""
        for number, cells in self._table.rows(refuse):
            kept = tuple(cells[place] for place in self._places)
            if self._source is not None and len(kept[self._source].split()) > 1:
                refuse(Problem("source.several", number, "source", {"sources": kept[self._source].split()}))
                continue
            yield number, kept

    def progress(self) -> tuple[int, int]:
        """Return how far reading has come."""
        return self._table.progress()

    def close(self) -> None:
        """Let go of the file."""
        self._table.close()


class _Headings:
    """What our headings of one language mean; a blank name: the column is left aside."""

    def __init__(self) -> None:
        self.names: Mapping[str, str] = {
            **{str(label): "" for label in _LEFT_ASIDE},
            **{str(label): name for label, name in _MEANT},
        }
        self.ours = frozenset(str(label) for label in _ONLY_OURS)


@cache
def _headings(language: str) -> _Headings:
    with translation.override(language):
        return _Headings()
