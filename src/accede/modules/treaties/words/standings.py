"""Where a State stands under instruments, in the words that pages and tables show."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from accede.core.treaties.positions import BOUND, Standing
from accede.modules.treaties.fields.codes import act_words, standing_words
from accede.modules.treaties.queries.register import Register
from accede.modules.treaties.words.ages import age_words, answer_words, look_of
from accede.modules.treaties.words.reasons import ReasonLine, speaker_of


@dataclass(frozen=True, slots=True)
class StandingLine:
    """One State under one instrument on one day, with every step that leads to the answer.

    `words` are those of the standing alone, `answer` those with the day that belongs to them, `age` says until when a
    source attests it, `look` names the pattern in which it is drawn.
    """

    instrument: str
    number: int
    title: str
    state: str
    standing: str
    words: str
    answer: str
    age: str
    look: str
    is_bound: bool
    since: date | None
    by: str
    act_on: date | None
    signed_on: date | None
    known_until: date | None
    not_party_on: date | None
    not_known_from: date | None
    suspended_until: date | None
    why: tuple[ReasonLine, ...]

    @property
    def why_in_full(self) -> str:
        """All steps as one text, for a cell of a file."""
        return " ".join(line.in_full for line in self.why)

    @property
    def tells_since(self) -> bool:
        """Whether `since` is the day of something that the State did, and not only where the record begins or ends."""
        return self.standing in _BY_AN_ACT


_BY_AN_ACT = BOUND | {Standing.SIGNED, Standing.CONTRACTING, Standing.WITHDRAWN}


def standing_line(register: Register, instrument: str, state: str, *, on: date, language: str) -> StandingLine:
    """Return where `state` stands under `instrument` on `on`, and why."""
    finding = register.standing(instrument, state, on)
    position, facts = finding.answer, register.instruments[instrument]
    return StandingLine(
        instrument=instrument,
        number=facts.core.number,
        title=facts.title(language).short,
        state=state,
        standing=position.standing.value,
        words=standing_words(position.standing),
        answer=answer_words(position, language),
        age=age_words(position, language),
        look=look_of(position),
        is_bound=position.is_bound,
        since=position.since,
        by=act_words(position.by) if position.by else "",
        act_on=position.act_on,
        signed_on=position.signed_on,
        known_until=position.known_until,
        not_party_on=position.not_party_on,
        not_known_from=position.not_known_from,
        suspended_until=position.suspended_until,
        why=speaker_of(register, language).lines(finding.because),
    )


def standings_of(register: Register, state: str, *, on: date, language: str) -> tuple[StandingLine, ...]:
    """Return the standing of a State under every instrument, in order of adoption."""
    keys = sorted(register.instruments, key=lambda key: register.instruments[key].core.number)
    return tuple(standing_line(register, key, state, on=on, language=language) for key in keys)


def bound_count(register: Register, state: str, *, on: date, instruments: Iterable[str] | None = None) -> int:
    """Return under how many instruments a State is bound on a day."""
    keys = register.instruments if instruments is None else instruments
    return sum(register.standing(key, state, on).answer.is_bound for key in keys)
