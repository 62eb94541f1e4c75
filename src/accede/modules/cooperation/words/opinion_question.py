"""What can be asked about: States, offences, days as readers write them; what is wrong with it, all at once."""

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import override

from accede.core.cooperation.effects import Purpose
from accede.core.cooperation.finder import objections
from accede.core.cooperation.opinions import OpinionQuestion, Refusal, RefusedBecause
from accede.foundation.texts import folded, format_day, nearest
from accede.modules.cooperation.fields.offences import offence_title
from accede.modules.cooperation.queries.snapshot import Cooperation

LANGUAGES = ("en", "ar", "es", "fr", "ru", "zh-hans")


@dataclass(frozen=True, slots=True)
class Wrong:
    """One fault of what was asked: which part, a sentence, and what may have been meant."""

    part: str
    words: str
    near: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Asked:
    """A question as it was understood; `offences` are several when an instrument was named."""

    requesting: str
    requested: str
    offences: tuple[str, ...]
    on: date
    purpose: Purpose

    def questions(self) -> tuple[OpinionQuestion, ...]:
        """Return one question for each offence."""
        return tuple(
            OpinionQuestion(self.requesting, self.requested, code, self.on, self.purpose) for code in self.offences
        )


def offences_named(snapshot: Cooperation, text: str) -> tuple[str, ...]:
    """Return the codes of the offences that `text` names: a code, a title in any language, an instrument."""
    wanted = folded(text)
    by_code = {folded(code): code for code in snapshot.catalogue.by_code}
    if wanted in by_code:
        return (by_code[wanted],)
    for language in LANGUAGES:
        with override(language):
            titled = {folded(offence_title(code)): code for code in snapshot.catalogue.by_code}
        if wanted in titled:
            return (titled[wanted],)
    # After the titles: an instrument is found by some of its words, which the title of an offence may hold.
    instrument = snapshot.register.finder.instrument(text)
    return tuple(offence.code for offence in snapshot.catalogue.defined_by(instrument)) if instrument else ()


def near_offences(snapshot: Cooperation, text: str) -> tuple[str, ...]:
    """Return codes of offences that look like `text` by code or title, the likeliest first."""
    names = {code.replace("-", " "): code for code in snapshot.catalogue.by_code}
    names |= {offence_title(code): code for code in snapshot.catalogue.by_code}
    found = [names[name] for name in nearest(text, names, most=5)]
    inside = [code for name, code in names.items() if len(text) >= 4 and folded(text) in folded(name)]
    return tuple(dict.fromkeys((*found, *inside)))[:5]


def understand(
    snapshot: Cooperation, *, requesting: str, requested: str, offence: str, on: date, purpose: Purpose, language: str
) -> tuple[Asked | None, tuple[Wrong, ...]]:
    """Return the question, or everything that is wrong with it."""
    finder = snapshot.register.finder
    wrong: list[Wrong] = []
    codes: dict[str, str] = {}
    for part, text in (("requesting", requesting), ("requested", requested)):
        code = finder.state(text)
        if code is None:
            near = tuple(f"{snapshot.register.states[n].name(language)} ({n})" for n in finder.near_states(text)[:3])
            words = _("“%(text)s” is no State or area that the record knows.") % {"text": text}
            wrong.append(Wrong(part, words, near))
        elif code not in snapshot.facts.world.place:
            name = snapshot.register.states[code].name(language)
            words = _("Opinions are given for States only. This is none: %(name)s.") % {"name": name}
            wrong.append(Wrong(part, words))
        else:
            codes[part] = code
    offences = offences_named(snapshot, offence)
    answered: tuple[str, ...] = ()
    if len(codes) == 2:
        # Without a known offence the States are looked at all the same: all faults are said at once.
        asked = Asked(codes["requesting"], codes["requested"], offences or ("",), on, purpose)
        refused, answered = _refused(snapshot, asked)
        wrong += [said(r, snapshot, on, language) for r in refused if offences or r.part != "offence"]
    if not offences:
        wrong.append(_unknown_offence(snapshot, offence))
    if wrong:
        return None, tuple({fault.words: fault for fault in wrong}.values())
    return Asked(codes["requesting"], codes["requested"], answered, on, purpose), ()


def _refused(snapshot: Cooperation, asked: Asked) -> tuple[tuple[Refusal, ...], tuple[str, ...]]:
    """Return what cannot be answered, and the offences that can.

    Of the offences of an instrument, those that were defined by the day are answered; if none was, that is said once.
    """
    by_offence = {q.offence: objections(q, snapshot.facts, dict(snapshot.lives)) for q in asked.questions()}
    about_states = tuple(r for r in next(iter(by_offence.values())) if r.part != "offence")
    answered = tuple(code for code, found in by_offence.items() if all(r.part != "offence" for r in found))
    if answered:
        return about_states, answered
    earliest = min((r for found in by_offence.values() for r in found if r.part == "offence"), key=lambda r: str(r.day))
    return (*about_states, earliest), ()


def said(refusal: Refusal, snapshot: Cooperation, on: date, language: str) -> Wrong:
    """Return a refusal as a sentence that says what is wrong and what can be done."""
    day = format_day(on, language)
    match refusal.why:
        case RefusedBecause.SAME_STATE:
            name = snapshot.register.states[refusal.given].name(language)
            words = _("The two States are the same: %(name)s. Name two.") % {"name": name}
        case RefusedBecause.STATE_NOT_YET | RefusedBecause.STATE_NO_MORE:
            name = snapshot.register.states[refusal.given].name(language)
            other = format_day(refusal.day, language) if refusal.day else _("a day not known")
            if refusal.why is RefusedBecause.STATE_NOT_YET and refusal.given in snapshot.unsure_starts:
                words = _(
                    "On %(day)s this State is not known to have existed: %(name)s. No source in this record gives its "
                    "first day; it existed at the latest on %(other)s."
                )
            elif refusal.why is RefusedBecause.STATE_NOT_YET:
                words = _("On %(day)s this State did not exist: %(name)s. It begins on %(other)s; choose a later day.")
            else:
                words = _(
                    "On %(day)s this State existed no longer: %(name)s. It ended on %(other)s; choose an earlier day."
                )
            words %= {"day": day, "name": name, "other": other}
        case RefusedBecause.NOT_YET_DEFINED:
            other = format_day(refusal.day, language) if refusal.day else ""
            words = _("On %(day)s this offence was not yet defined: %(offence)s. The first text is of %(other)s.") % {
                "day": day,
                "offence": offence_title(refusal.given),
                "other": other,
            }
        case _:
            words = _("“%(text)s” is not known here.") % {"text": refusal.given}
    return Wrong(refusal.part, words)


def _unknown_offence(snapshot: Cooperation, text: str) -> Wrong:
    instrument = snapshot.register.finder.instrument(text)
    if instrument is not None:
        title = snapshot.register.instruments[instrument].title("en").short
        return Wrong(
            "offence",
            _("This instrument defines no offence: %(title)s (%(key)s).") % {"title": title, "key": instrument},
        )
    near = near_offences(snapshot, text) or tuple(snapshot.register.finder.near_instruments(text)[:3])
    return Wrong("offence", _("“%(text)s” is no offence of the catalogue and no instrument.") % {"text": text}, near)
