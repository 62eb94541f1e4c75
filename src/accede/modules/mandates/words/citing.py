"""How old the documents are that a mandate cites, in words."""

from collections.abc import Iterable, Mapping

from django.utils.translation import ngettext

from accede.core.mandates.clauses.citing import years_cited


def cited_in_words(paragraphs: Iterable[Mapping[str, object]]) -> str:
    """Return how many documents with a known year are cited and from when they are; "" for none."""
    cited = years_cited(
        (str(one.get("text", "")), str(one.get("symbol", "")), str(one.get("date", "")))
        for data in paragraphs
        for one in _list(data.get("citations"))
    )
    if cited is None:
        return ""
    return ngettext(
        "%(count)d document with a year: %(oldest)d",
        "%(count)d documents with a year, from %(oldest)d to %(newest)d; half of them of %(middle)d or later",
        cited.count,
    ) % {"count": cited.count, "oldest": cited.oldest, "newest": cited.newest, "middle": cited.middle}


def _list(value: object) -> list[Mapping[str, object]]:
    return [one for one in value if isinstance(one, Mapping)] if isinstance(value, list) else []
