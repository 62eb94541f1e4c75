"""How effects look in pictures and keys: five marks, the same for every purpose."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.translation import gettext as _

from accede.core.cooperation.effects import STRENGTH, Effect, Purpose, effects_of
from accede.modules.cooperation.fields.codes import effect_words
from accede.modules.cooperation.words.short_words import short_words

FULL, PARTLY, OPEN, DOUBT, NOTHING = "mark-full", "mark-partly", "mark-open", "mark-doubt", ""
_MARKS: Mapping[Effect, str] = {
    Effect.INCLUDED: FULL,
    Effect.ASSISTANCE_BY_TREATY: FULL,
    Effect.SUBMISSION: FULL,
    Effect.INCLUSION_UNDERTAKEN: PARTLY,
    Effect.TREATY_TERMS: PARTLY,
    Effect.ASSISTANCE: PARTLY,
    Effect.RECOGNISED: PARTLY,
    Effect.OWN_LAW: PARTLY,
    Effect.OPTION: OPEN,
    Effect.OPTION_OR_RECOGNITION: OPEN,
    Effect.NOT_KNOWN: DOUBT,
    Effect.TEXT_NOT_READ: DOUBT,
}


@dataclass(frozen=True, slots=True)
class EffectKey:
    """An effect in the key of a table: in a word, and as a sentence."""

    effect: str
    short: str
    words: str


@dataclass(frozen=True, slots=True)
class MarkKey:
    """A mark in the key of a picture."""

    mark: str
    words: str


def mark_of(effect: Effect) -> str:
    """Return the class of an effect in a picture; empty for what gives nothing."""
    return _MARKS.get(effect, NOTHING)


def effect_key(purpose: Purpose) -> list[EffectKey]:
    """Return the effects that a purpose can have, the one that gives most first."""
    effects = sorted(effects_of(purpose).values(), key=lambda effect: -STRENGTH[effect])
    return [EffectKey(effect.value, short_words(effect), effect_words(effect)) for effect in effects]


def mark_key() -> list[MarkKey]:
    """Return the marks of pictures with their words."""
    return [
        MarkKey(FULL, _("Included in a treaty, or a duty carried out through one, or a duty to submit")),
        MarkKey(PARTLY, _("A treaty on its own terms, a duty under the convention, recognition, or own law")),
        MarkKey(OPEN, _("The convention at the option of the requested State")),
        MarkKey(DOUBT, _("Not known to this record")),
        MarkKey("mark-none", _("No basis found in this record")),
    ]
