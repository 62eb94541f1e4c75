"""How offences, treaties beside the nineteen and saved scenarios are found, and what there is between two States."""

from collections.abc import Collection, Iterator, Mapping
from functools import cache
from urllib.parse import urlencode

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy
from django.utils.translation import override

from accede.core.cooperation.agreements import Agreement
from accede.core.cooperation.effects import Purpose
from accede.foundation.access import SIGNED_IN
from accede.foundation.search.kinds import ANY, Answer, Asked, Entry, Kind
from accede.foundation.search.letters import is_chinese, lookups, words_of
from accede.modules.cooperation.fields.codes import purpose_words, serves_words
from accede.modules.cooperation.fields.offences import offence_conduct, offence_title, shipped_catalogue
from accede.modules.cooperation.queries.found import agreements_to_find, regionals_to_find, scenario_rows
from accede.modules.reference.queries import StateFacts, all_states
from accede.modules.treaties.queries.register import current_register
from accede.modules.treaties.words.named import states_named


def _offences(keys: Collection[str] | None) -> Iterator[Entry]:
    catalogue = shipped_catalogue()
    words: dict[str, tuple[dict[str, str], dict[str, str]]] = {one.code: ({}, {}) for one in catalogue.offences}
    for language, _name in settings.LANGUAGES:
        with override(language):
            for code, (titles, conduct) in words.items():
                titles[language], conduct[language] = offence_title(code), offence_conduct(code)
    for code, (titles, conduct) in words.items():
        if keys is None or code in keys:
            yield Entry(key=code, titles=titles, names={ANY: [code]}, texts=conduct)


def _treaties(keys: Collection[str] | None) -> Iterator[Entry]:
    for one in regionals_to_find(keys):
        titles = {"en": one.title, **one.titles} if one.title_is_verified else {"en": one.title}
        yield Entry(key=one.key, titles=titles, names={ANY: [one.key]})
    states, words = all_states(), _serves_words()
    for agreement in agreements_to_find(keys):
        yield _bilateral(agreement, states, words)


def _bilateral(agreement: Agreement, states: Mapping[str, StateFacts], words: Mapping[str, Mapping[str, str]]) -> Entry:
    """Return a treaty between two States: called as its sources do, and by its States and what it serves."""
    titles = {}
    for language, serves in words.items():
        first, second = (states[code].name(language) for code in agreement.states)
        said = ", ".join(serves[one.value] for one in sorted(agreement.serves))
        signed = f" ({agreement.signed_on.year})" if agreement.signed_on else ""
        titles[language] = f"{first} – {second}: {said}{signed}"
    return Entry(key=agreement.key, titles=titles, names={ANY: [agreement.title] if agreement.title else []})


def _serves_words() -> Mapping[str, Mapping[str, str]]:
    found = {}
    for language, _name in settings.LANGUAGES:
        with override(language):
            found[language] = {serves: serves_words(serves) for serves in ("extradition", "mla")}
    return found


def _scenarios(keys: Collection[str] | None) -> Iterator[Entry]:
    for row in scenario_rows(keys):
        yield Entry(key=str(row.id), titles={ANY: row.name}, level=row.level, owner=row.owner, readers=row.readers)


OFFENCES = Kind(
    "offence",
    one=lazy("Offence"),
    many=lazy("Offences"),
    entries=_offences,
    address=lambda code: f"{reverse('cooperation:finder')}?{urlencode({'offence': code})}",
    keeps_day=True,
)
TREATIES = Kind(
    "treaty",
    one=lazy("Regional or bilateral treaty"),
    many=lazy("Regional and bilateral treaties"),
    entries=_treaties,
    address=lambda key: reverse("cooperation:treaty-detail", args=[key]),
    keeps_day=True,
)
SCENARIOS = Kind(
    "scenario",
    one=lazy("Saved scenario"),
    many=lazy("Saved scenarios"),
    entries=_scenarios,
    address=lambda key: reverse("cooperation:saved-detail", args=[key]),
    opens_to=SIGNED_IN,
)


def pairs_asked(asked: Asked) -> Iterator[Answer]:
    """Yield what there is between two States that a question names, or of one and a purpose such as extradition."""
    register = current_register(asked.as_at.known)
    named = states_named(register.finder, asked.text, on=asked.as_at.on)
    purpose = _purpose_named(named.rest) if named.rest else None
    if not named.states or (named.rest and purpose is None):
        return
    day = asked.as_at.parameters()
    names = [register.states[code].name(asked.language) for code in named.states]
    if len(named.states) == 1:
        if purpose is not None:
            query = urlencode({**day, "purpose": purpose.value})
            address = f"{reverse('cooperation:state-detail', args=[named.states[0]])}?{query}"
            words = {"state": names[0], "purpose": purpose_words(purpose)}
            yield Answer(_("%(state)s: %(purpose)s with its partners") % words, address)
        return
    first, second = named.states[:2]
    both = {"first": names[0], "second": names[1]}
    states = [("state", first), ("state", second)]
    query = urlencode([*day.items(), *states, *([("purpose", purpose.value)] if purpose else [])])
    title = _("%(first)s and %(second)s: legal bases for a request") % both
    yield Answer(title, f"{reverse('cooperation:finder')}?{query}")
    title = _("%(first)s and %(second)s: bilateral treaties") % both
    yield Answer(title, f"{reverse('cooperation:treaty-list')}?{urlencode([*day.items(), *states])}")


def _purpose_named(words: tuple[str, ...]) -> Purpose | None:
    """Return the purpose whose name in one of the six languages has all of `words`."""
    return next((purpose for purpose, names in _names_of_purposes().items() if _has_all(names, words)), None)


def _has_all(names: str, words: tuple[str, ...]) -> bool:
    there = {key for word in words_of(names) if not is_chinese(word) for key in lookups(word)}
    return all(word in names if is_chinese(word) else any(key in there for key in lookups(word)) for word in words)


@cache
def _names_of_purposes() -> Mapping[Purpose, str]:
    found: dict[Purpose, list[str]] = {purpose: [] for purpose in Purpose}
    for language, _name in settings.LANGUAGES:
        with override(language):
            for purpose, names in found.items():
                names.append(purpose_words(purpose))
    return {purpose: " ".join(names) for purpose, names in found.items()}
