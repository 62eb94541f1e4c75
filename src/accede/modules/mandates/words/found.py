"""How mandates, their paragraphs and their duties are found."""

from collections.abc import Collection, Iterable, Iterator

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy
from django.utils.translation import override

from accede.foundation.search.kinds import ANY, Entry, Kind
from accede.modules.mandates.queries.found import PartRow, duty_rows, mandate_rows, paragraph_rows


def _mandates(keys: Collection[str] | None) -> Iterator[Entry]:
    for row in mandate_rows(keys):
        titles = {language: f"{row.symbol} – {title}" for language, title in row.titles.items()}
        yield Entry(
            key=row.reference,
            titles=titles or {ANY: row.symbol},
            names={language: [title] for language, title in row.titles.items()},
            symbols=[row.symbol, *row.adopted_as],
        )


def _paragraphs(keys: Collection[str] | None) -> Iterator[Entry]:
    return _parts(paragraph_rows(keys))


def _duties(keys: Collection[str] | None) -> Iterator[Entry]:
    return _parts(duty_rows(keys))


def _parts(rows: Iterable[PartRow]) -> Iterator[Entry]:
    for row in rows:
        titles = {}
        for language, _name in settings.LANGUAGES:
            with override(language):
                titles[language] = _("%(symbol)s, paragraph %(number)s") % {"symbol": row.symbol, "number": row.number}
        yield Entry(key=row.key, titles=titles, texts=row.texts)


def _address(key: str) -> str:
    reference, _hash, anchor = key.partition("#")
    return f"{reverse('mandates:mandate-detail', args=[reference])}#{anchor}"


MANDATES = Kind(
    "mandate",
    one=lazy("Mandate"),
    many=lazy("Mandates"),
    entries=_mandates,
    address=lambda key: reverse("mandates:mandate-detail", args=[key]),
    keeps_day=True,
)
PARAGRAPHS = Kind(
    "paragraph",
    one=lazy("Paragraph"),
    many=lazy("Paragraphs of resolutions"),
    entries=_paragraphs,
    address=_address,
    keeps_day=True,
)
DUTIES = Kind(
    "duty",
    one=lazy("Duty"),
    many=lazy("Duties under mandates"),
    entries=_duties,
    address=_address,
    keeps_day=True,
)
