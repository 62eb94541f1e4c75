"""How an instrument came into force, as steps that can be read."""

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from accede.core.treaties.entry_into_force_story import Step, StepKind, entry_into_force_story
from accede.foundation.texts import cite_articles
from accede.modules.treaties.fields.codes import act_words
from accede.modules.treaties.queries.register import Register
from accede.modules.treaties.words.consistency import circumstances, deposits_of
from accede.modules.treaties.words.topics import place_name


@dataclass(frozen=True, slots=True)
class StoryStep:
    """One step as page components show it: its name, its day, a sentence, whether it lies behind the page's day."""

    title: str
    day: date | None
    words: str
    is_reached: bool


@dataclass(frozen=True, slots=True)
class CountedDeposit:
    """A deposit that counted towards entry into force."""

    number: int
    state: str
    name: str
    on: date | None
    act: str
    kind: str
    act_words: str
    is_producer: bool


@dataclass(frozen=True, slots=True)
class Story:
    """The steps from adoption to force, and the deposits that counted."""

    steps: tuple[StoryStep, ...]
    deposits: tuple[CountedDeposit, ...]


def story_of(register: Register, instrument: str, *, on: date, language: str) -> Story:
    """Return how an instrument came into force; steps after `on` lie ahead.

    Where the deposits on record give another day than the official one, the official day stands first and what the
    record gives is told as such: early deposits may be missing from it.
    """
    facts = register.instruments[instrument]
    steps = entry_into_force_story(facts.core, deposits_of(register, instrument), circumstances(register, facts))
    official = [step for step in steps if step.kind is StepKind.OFFICIAL]
    told = [step for step in steps if step.kind is not StepKind.DEPOSIT and step not in official]
    if official:
        told.sort(key=lambda step: step.kind not in _BEFORE_ANY_DEPOSIT)
        beginning = sum(step.kind in _BEFORE_ANY_DEPOSIT for step in told)
        told[beginning:beginning] = official
    speaking = _Speaking(register, language, place_name(facts.place, language), agrees=not official)
    return Story(
        steps=tuple(StoryStep(*speaking.words(step), is_reached=_is_reached(step, on)) for step in told),
        deposits=tuple(_deposit(register, step, language) for step in steps if step.kind is StepKind.DEPOSIT),
    )


_BEFORE_ANY_DEPOSIT = frozenset({StepKind.ADOPTED, StepKind.OPENED})


def _is_reached(step: Step, on: date) -> bool:
    return step.on is not None and step.on <= on


def _deposit(register: Register, step: Step, language: str) -> CountedDeposit:
    return CountedDeposit(
        number=step.number,
        state=step.state,
        name=_state(register, step.state, language),
        on=step.on,
        act=step.act,
        kind=step.act_kind.value if step.act_kind else "",
        act_words=act_words(step.act_kind) if step.act_kind else "",
        is_producer=step.is_producer,
    )


@dataclass(frozen=True, slots=True)
class _Speaking:
    """Tells steps in words; `agrees` where the deposits on record give the official day."""

    register: Register
    language: str
    place: str
    agrees: bool

    def words(self, step: Step) -> tuple[str, date | None, str]:
        """Return the name of a step, its day, and what it rests on."""
        match step.kind:
            case StepKind.ADOPTED:
                return _("Adopted"), step.on, _("Place: %(place)s.") % {"place": self.place} if self.place else ""
            case StepKind.OPENED:
                return _("Opened for signature"), step.on, ""
            case StepKind.FILLED:
                return self._title_of_filled(), step.on, f"{self._filled(step)} {self._article(step)}".strip()
            case StepKind.OTHER_IN_FORCE:
                other = self.register.instruments[step.other].title(self.language).short
                waited = _("It could not enter into force before: %(instrument)s.") % {"instrument": other}
                return _("The instrument that it waits for in force"), step.on, waited
            case StepKind.IN_FORCE:
                return self._title_of_computed(), step.on, f"{self._computed()} {self._article(step)}".strip()
            case StepKind.OFFICIAL:
                official = _("The day that the sources give. The deposits on record do not suffice to compute it.")
                return _("In force"), step.on, official
            case _:
                short = _("The deposits on record do not fill the number, and no source gives a day.")
                return _("Entry into force"), None, f"{short} {self._article(step)}".strip()

    def _title_of_filled(self) -> str:
        return _("Number of deposits reached") if self.agrees else _("Deposits on record reach the number")

    def _title_of_computed(self) -> str:
        return _("In force") if self.agrees else _("Day computed from the deposits on record")

    def _filled(self, step: Step) -> str:
        return _("Deposits required: %(required)s. The last of them was made for: %(state)s.") % {
            "required": step.required,
            "state": _state(self.register, step.state, self.language),
        }

    def _computed(self) -> str:
        if self.agrees:
            return _("Computed by its own article from the deposits on record; the sources give the same day.")
        return _("It differs from the official day: some deposits are not in this record, or have no day in it.")

    def _article(self, step: Step) -> str:
        if not step.authority:
            return ""
        return _("Applied: %(article)s.") % {"article": cite_articles(step.authority.article, self.language)}


def _state(register: Register, code: str, language: str) -> str:
    return register.states[code].name(language) if code in register.states else code
