"""How States, instruments and sources are found, and a State's standing under an instrument."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy
from django.utils.translation import override

from accede.foundation.search.kinds import ANY, Answer, Asked, Entry, Kind
from accede.modules.reference.queries import StateFacts, StateNames, all_sources, all_states
from accede.modules.treaties.queries.instruments import InstrumentFacts, all_instruments
from accede.modules.treaties.queries.register import current_register
from accede.modules.treaties.words.named import instruments_named, states_named
from accede.modules.treaties.words.standings import standing_line
from accede.modules.treaties.words.topics import topic_words


def _states(keys: Collection[str] | None) -> Iterator[Entry]:
    states = all_states()
    called: dict[str, list[str]] = defaultdict(list)
    for name, code in StateNames(states).all_names.items():
        called[code].append(name)
    return (_state(facts, called[code]) for code, facts in states.items() if keys is None or code in keys)


def _state(facts: StateFacts, called: Iterable[str]) -> Entry:
    return Entry(
        key=facts.code,
        titles={language: name.short for language, name in facts.names.items()} or {ANY: facts.code},
        names={
            **{language: [name.formal] for language, name in facts.names.items() if name.formal},
            ANY: [*called, *facts.other_names, *facts.territories],
        },
    )


def _instruments(keys: Collection[str] | None) -> Iterator[Entry]:
    instruments = all_instruments()
    topics = {language: _topics(instruments, language) for language, _name in settings.LANGUAGES}
    for key, facts in instruments.items():
        if keys is None or key in keys:
            yield Entry(
                key=key,
                titles={language: title.short for language, title in facts.titles.items()},
                names={
                    **{language: [title.full, *title.also] for language, title in facts.titles.items()},
                    ANY: [key],
                },
                texts={language: said[key] for language, said in topics.items()},
            )


def _topics(instruments: Mapping[str, InstrumentFacts], language: str) -> Mapping[str, str]:
    """Return what each instrument has articles on, in a language."""
    with override(language):
        return {
            key: "; ".join(dict.fromkeys(topic_words(note.topic) for note in facts.article_map))
            for key, facts in instruments.items()
        }


def _sources(keys: Collection[str] | None) -> Iterator[Entry]:
    for key, source in all_sources().items():
        if keys is None or key in keys:
            yield Entry(key=key, titles={"en": source.title}, names={ANY: [key, source.publisher]})


STATES = Kind(
    "state",
    one=lazy("State"),
    many=lazy("States"),
    entries=_states,
    address=lambda code: reverse("treaties:state-detail", args=[code]),
    keeps_day=True,
)
INSTRUMENTS = Kind(
    "instrument",
    one=lazy("Instrument"),
    many=lazy("Instruments"),
    entries=_instruments,
    address=lambda key: reverse("treaties:instrument-detail", args=[key]),
    keeps_day=True,
)
SOURCES = Kind(
    "source",
    one=lazy("Source"),
    many=lazy("Sources"),
    entries=_sources,
    address=lambda key: reverse("treaties:source-detail", args=[key]),
    keeps_day=True,
)


def standings_asked(asked: Asked) -> Iterator[Answer]:
    """Yield where each State that a question names stands under the instruments that it names."""
    register = current_register(asked.as_at.known)
    named = states_named(register.finder, asked.text, on=asked.as_at.on)
    for state in named.states[:2]:
        for key in instruments_named(register, named.rest):
            line = standing_line(register, key, state, on=asked.as_at.on, language=asked.language)
            names = {"state": register.states[state].name(asked.language), "instrument": line.title}
            yield Answer(
                title=_("%(state)s: %(instrument)s") % names,
                address=f"{reverse('treaties:record-detail', args=[state, key])}{asked.as_at.query}",
                said=line.answer,
            )
