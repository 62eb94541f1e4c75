"""How acts are found: by a State or an instrument, and the kind of act or its year.

They are read from the register, so that an act is found from the moment at which it is settled, and an import of a
million reports writes no million entries.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from urllib.parse import urlencode

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, override

from accede.core.treaties.acts import ActKind, SettledAct
from accede.foundation.search.kinds import Answer, Asked
from accede.foundation.texts import format_day
from accede.modules.treaties.fields.codes import act_words
from accede.modules.treaties.queries.acts import ActFilter, acts_by_day
from accede.modules.treaties.queries.register import Register, current_register
from accede.modules.treaties.words.chronology import act_line
from accede.modules.treaties.words.named import has_all, instruments_named, states_named

SHOWN = 3
"""Acts that are named one by one; the rest stand in the list of acts, to which one more answer leads."""

_MOST_STATES = 2
_YEARS = range(1900, 2200)


@dataclass(frozen=True, slots=True)
class _Asked:
    """What words ask of acts: kinds, a year, and what is left."""

    kinds: tuple[ActKind, ...]
    year: int | None
    rest: tuple[str, ...]


def acts_asked(asked: Asked) -> Iterator[Answer]:
    """Yield the acts that a question asks for: those of the States or instruments it names, of a kind or a year."""
    register = current_register(asked.as_at.known)
    named = states_named(register.finder, asked.text, on=asked.as_at.on)
    wish = _read(named.rest)
    instruments = instruments_named(register, wish.rest)
    is_about_acts = bool(wish.kinds) or wish.year is not None
    if not is_about_acts or not (named.states or instruments) or (wish.rest and not instruments):
        return
    wanted = ActFilter(
        states=named.states[:_MOST_STATES],
        instruments=instruments,
        kinds=wish.kinds,
        since=date(wish.year, 1, 1) if wish.year else None,
        until=date(wish.year, 12, 31) if wish.year else None,
    )
    acts = acts_by_day(register, wanted, on=asked.as_at.on)
    yield from (_answer(register, act, asked) for act in acts[:SHOWN])
    if len(acts) > SHOWN:
        yield _all_of_them(wanted, len(acts), asked)


def _read(words: Sequence[str]) -> _Asked:
    kinds: dict[ActKind, None] = {}
    years: list[int] = []
    rest: list[str] = []
    for word in words:
        of_word = _kinds_named(word)
        if word.isdecimal() and int(word) in _YEARS:
            years.append(int(word))
        elif of_word:
            kinds |= dict.fromkeys(of_word)
        else:
            rest.append(word)
    return _Asked(tuple(kinds), years[0] if len(years) == 1 else None, tuple(rest))


def _kinds_named(word: str) -> tuple[ActKind, ...]:
    return tuple(kind for kind, labels in _labels().items() if has_all(labels, [word]))


@cache
def _labels() -> dict[ActKind, str]:
    """Return what each kind of act is called in all languages."""
    called: dict[ActKind, list[str]] = {kind: [] for kind in ActKind}
    for language, _name in settings.LANGUAGES:
        with override(language):
            for kind, labels in called.items():
                labels.append(str(act_words(kind)))
    return {kind: " ".join(labels) for kind, labels in called.items()}


def _answer(register: Register, act: SettledAct, asked: Asked) -> Answer:
    line = act_line(register, act, asked.language)
    names = {"state": line.state_name, "act": line.words, "instrument": line.title}
    return Answer(
        title=_("%(state)s: %(act)s, %(instrument)s") % names,
        address=f"{reverse('treaties:act-detail', args=[act.key])}{asked.as_at.query}",
        said=format_day(line.on, asked.language) if line.on else _("No source gives the day."),
    )


def _all_of_them(wanted: ActFilter, count: int, asked: Asked) -> Answer:
    filters = [
        *(("state", code) for code in wanted.states),
        *(("instrument", key) for key in wanted.instruments),
        *(("kind", kind.value) for kind in wanted.kinds),
        *((name, day.isoformat()) for name, day in (("since", wanted.since), ("until", wanted.until)) if day),
    ]
    day = asked.as_at.query.removeprefix("?")
    query = "&".join(part for part in (urlencode(filters), day) if part)
    words = ngettext("%(count)s act asked for", "All %(count)s acts asked for", count)
    return Answer(title=words % {"count": count}, address=f"{reverse('treaties:act-list')}?{query}")
