"""A file that is brought as the list of all parties: whether it is whole, and what it says against the record.

Rule: `core/treaties/listed.py`. What a whole list says of the States that it does not name is kept as one row of
coverage (`models.Coverage`), from which the rules of standing draw it.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from django.utils import translation
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from psycopg import sql

from accede.core.treaties.listed import Verdict, compare_list, is_whole
from accede.core.treaties.mismatches import MismatchCode
from accede.foundation.imports import Problem, Staging
from accede.foundation.imports.provenance import NewSource
from accede.foundation.texts import format_day
from accede.modules.treaties.models import Coverage, Edition
from accede.modules.treaties.queries.register import Register

_MOST_NAMED = 60
WORDS: Mapping[str, str | Promise] = {
    "list.whole": _(
        "The list states %(stated)s parties, and so many were read: a State that it does not name was not a party on "
        "%(day)s."
    ),
    "list.differs": _(
        "The list states %(stated)s parties, and %(read)s were read. As it is, it says nothing about States that it "
        "does not name."
    ),
    "list.unread": _(
        "Rows with problems: %(rows)s. As long as there are any, the list says nothing about States that it does not "
        "name."
    ),
    "list.no_total": _(
        "The list does not state how many parties there are; %(read)s were read. Give the number, if its publisher "
        "states it elsewhere. Without it the list says nothing about States that it does not name."
    ),
    "list.same": _("Parties as the record has them: %(count)s."),
    "list.joined": _("New parties (%(count)s): %(states)s."),
    "list.dated": _("Parties whose day was not known (%(count)s): %(states)s."),
    "list.other_day": _("Contradicted: the record has another day (%(count)s): %(states)s."),
    "list.not_named": _("Contradicted: a party by the record, not named by the list (%(count)s): %(states)s."),
    "list.not_party": _("Not known before, not a party on that day by the list (%(count)s): %(states)s."),
}
CONTRADICTIONS = frozenset(
    {
        MismatchCode.ALREADY_BOUND,
        MismatchCode.PARENT_NOT_JOINED,
        MismatchCode.SIGNATURE_CLOSED,
        MismatchCode.NOT_A_PARTY,
    }
)
"""What keeps a row out elsewhere: here the depositary's own word contradicts the record, and both are to be seen."""
_OF_CONTRADICTIONS = (Verdict.NOT_NAMED, Verdict.OTHER_DAY)
_TOLD = (Verdict.JOINED, Verdict.DATED, *_OF_CONTRADICTIONS, Verdict.NOT_PARTY)
_CONSENT = sql.SQL(
    "'definitive_signature', 'ratification', 'acceptance', 'approval', 'accession', 'succession', 'consent_unspecified'"
)

# The last consent of each State, where no later denunciation stands beside it.
_PARTIES = sql.SQL(
    """
    select a.state, max(a."on") from import_acts a where a.kind in ({consent})
        and not exists (select from import_problems p where p.row = a.row)
        and not exists (select from import_acts d where d.state = a.state and d.kind = 'denunciation'
            and (d."on" is null or a."on" is null or d."on" >= a."on"))
    group by a.state
    """
).format(consent=_CONSENT)


@dataclass(frozen=True, slots=True)
class ReadList:
    """The parties that were read out of a list, with the days of their consent; what the list states of itself."""

    named: Mapping[str, date | None]
    stated: int | None
    rows_left_out: int

    @property
    def is_whole(self) -> bool:
        """Whether the list names all parties."""
        return is_whole(stated=self.stated, read=len(self.named), rows_left_out=self.rows_left_out)


def read_of(staging: Staging, *, stated: int | None) -> ReadList:
    """Return what the rows of `import_acts` say as a list of parties."""
    return ReadList(dict(staging.fetch(_PARTIES)), stated, staging.refused_rows())


def told_of(read: ReadList, register: Register, instrument: str, *, on: date) -> tuple[Problem, ...]:
    """Return what the list says of itself and against the record, as sentences about the whole of it."""
    language = translation.get_language() or "en"
    record = {code: register.standing(instrument, code, on).answer for code in register.states}
    verdicts = compare_list(read.named, record, is_whole=read.is_whole)
    by_verdict = {verdict: [code for code, found in verdicts.items() if found is verdict] for verdict in Verdict}
    told = [_of_itself(read, format_day(on, language))]
    if same := by_verdict[Verdict.SAME]:
        told.append(Problem("list.same", params={"count": str(len(same))}))
    for verdict in _TOLD:
        if codes := by_verdict[verdict]:
            names = sorted((register.states[code] for code in codes), key=lambda state: state.order(language))
            shown = [state.name(language) for state in names[:_MOST_NAMED]]
            more = [f"+ {len(codes) - len(shown)}"] if len(codes) > len(shown) else []
            params = {"count": str(len(codes)), "states": [*shown, *more]}
            told.append(Problem(f"list.{verdict.value}", params=params))
    return tuple(told)


def _of_itself(read: ReadList, day: str) -> Problem:
    counted = {"read": str(len(read.named)), "stated": str(read.stated)}
    if read.is_whole:
        return Problem("list.whole", params={"stated": counted["stated"], "day": day})
    if read.stated is None:
        return Problem("list.no_total", params={"read": counted["read"]})
    if read.stated == len(read.named):
        return Problem("list.unread", params={"rows": str(read.rows_left_out)})
    return Problem("list.differs", params=counted)


def keep(read: ReadList, instrument: str, source: NewSource, edition: Edition, *, known_on: date) -> None:
    """Have the record know that the source lists all parties on its day; nothing where the list is not whole."""
    said = {"instrument_id": instrument, "source_id": source.key}
    if read.is_whole and not Coverage.objects.known().filter(**said).exists():
        Coverage.objects.create(
            **said, complete_on=source.as_of, parties_stated=read.stated, known_on=known_on, edition=edition
        )
