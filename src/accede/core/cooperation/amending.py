"""Which treaty an act between two States amends, supplements or extends, as its own title says.

Such an act is no treaty of its own: it stands and ends with the treaty that it completes (VCLT arts. 39-41, 70). Titles
name that treaty by the day of its signature; a note of the record says it where a title does not.
"""

import re
from datetime import date

_MONTHS = (
    ("january", "jan", "janvier", "enero"),
    ("february", "feb", "février", "fevrier", "febrero"),
    ("march", "mar", "mars", "marzo"),
    ("april", "apr", "avril", "abril"),
    ("may", "mai", "mayo"),
    ("june", "jun", "juin", "junio"),
    ("july", "jul", "juillet", "julio"),
    ("august", "aug", "août", "aout", "agosto"),
    ("september", "sept", "sep", "septembre", "septiembre", "setiembre"),
    ("october", "oct", "octobre", "octubre"),
    ("november", "nov", "novembre", "noviembre"),
    ("december", "dec", "décembre", "decembre", "diciembre"),
)
_NUMBERS = {word: number for number, words in enumerate(_MONTHS, start=1) for word in words}
_MONTH = "|".join(sorted(_NUMBERS, key=len, reverse=True))
_DAYS = (
    re.compile(
        rf"\b(?P<d>\d{{1,2}})(?:st|nd|rd|th|er)?,? (?:of |de )?(?P<m>{_MONTH})\b\.?,? ?(?:de )?(?P<y>\d{{4}})", re.I
    ),
    re.compile(rf"\b(?P<m>{_MONTH})\b\.? (?P<d>\d{{1,2}})(?:st|nd|rd|th)?,? ?(?P<y>\d{{4}})", re.I),
)
_COMPLETES = re.compile(
    r"\b(?:amend|supplement|extend|extens|modif|rectif|prolong|additional|protocol|apply|application|declaration|"
    r"avenant|additionnel|compl[ée]mentaire|compl[ée]tant|proroge|adicional|complementari|enmienda|pr[óo]rroga)",
    re.I,
)
_ENDS = re.compile(r"\b(?:cancel|denounc|terminat|replac|abrog|d[ée]nonc|rempla|sustitu|reemplaz|derog)", re.I)
_NOTED = re.compile(r"\bCompletes the treaty signed on (\d{4}-\d\d-\d\d)\b")


def completed_treaty(title: str, note: str, signed_on: date | None) -> date | None:
    """Return the day on which the treaty was signed that this one amends, supplements or extends; None for none.

    Of several days that a title names, the first is that of the treaty, the others those of earlier amendments.
    """
    if noted := _NOTED.search(note):
        return date.fromisoformat(noted[1])
    if not _COMPLETES.search(title) or _ENDS.search(title):
        return None
    return min((day for day in _days_in(title) if signed_on is None or day < signed_on), default=None)


def _days_in(title: str) -> list[date]:
    found: list[date] = []
    for pattern in _DAYS:
        for match in pattern.finditer(title):
            try:
                found.append(date(int(match["y"]), _NUMBERS[match["m"].lower()], int(match["d"])))
            except ValueError:
                continue
    return found
