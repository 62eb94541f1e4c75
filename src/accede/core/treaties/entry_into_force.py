"""Entry into force of an instrument, and for a State that joins later, from the instrument's own article.

How the nineteen texts count, as read in each of them:

- "on the thirtieth / sixtieth / ninetieth day after (or following) the date of the deposit" and "thirty / ninety days
  following the date" give the same day: the day of the deposit is not counted;
- "on the first day of the second month following the date of the deposit" (ICAO 2010 and 2014): a deposit in June
  takes effect on 1 August;
- "on the day on which that State deposits" (CPPNM art. 20(2), after the Amendment is in force): the day itself.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from accede.core.explain import Authority, Finding, Reason
from accede.core.treaties.acts import CONSENT_KINDS, ActKind
from accede.core.treaties.instruments import Delay, EntryIntoForceRule, Instrument, Wait
from accede.core.treaties.reasons import ReasonCode, reason
from accede.core.values import months_later

RATIFYING = frozenset({ActKind.RATIFICATION, ActKind.ACCEPTANCE, ActKind.APPROVAL, ActKind.CONSENT_UNSPECIFIED})
"""Kinds that may be the ratification of a signatory State."""


@dataclass(frozen=True, slots=True)
class Deposit:
    """An expression of consent that may count towards entry into force."""

    state: str
    on: date | None
    kind: ActKind = ActKind.CONSENT_UNSPECIFIED
    key: str = ""


def _no_parties(_day: date) -> int | None:
    return None


@dataclass(frozen=True, slots=True)
class Circumstances:
    """What an article looks at besides the deposits themselves.

    Attributes:
        signatories: all States that signed; None when the record does not know them all (then any ratification
            counts).
        producers: States that declared themselves producers (Plastic art. XIII(2)).
        not_before_on: the entry into force of the instrument that this one waits for.
        parent_parties_on: how many States were party to the parent on a day; None when not known.
        ended_on: the first day on which a former State existed no longer; its deposit counts until then.
        continues: a State to the one whose legal personality it continues; both are one State and count once.
    """

    signatories: frozenset[str] | None = None
    producers: frozenset[str] = frozenset()
    not_before_on: date | None = None
    parent_parties_on: Callable[[date], int | None] = _no_parties
    ended_on: Mapping[str, date] = field(default_factory=dict)
    continues: Mapping[str, str] = field(default_factory=dict)


NO_CIRCUMSTANCES = Circumstances()


def takes_effect(deposit_on: date, wait: Wait) -> date:
    """Return the day on which a deposit made on `deposit_on` takes effect under `wait`."""
    match wait.delay:
        case Delay.DAYS_AFTER:
            return deposit_on + timedelta(days=wait.days)
        case Delay.FIRST_OF_SECOND_MONTH:
            return months_later(deposit_on, 2).replace(day=1)
        case Delay.SAME_DAY:
            return deposit_on


def deposit_counted_back(in_force_on: date, wait: Wait) -> date | None:
    """Return the only day of deposit that takes effect on `in_force_on`; None where several would."""
    match wait.delay:
        case Delay.DAYS_AFTER:
            return in_force_on - timedelta(days=wait.days)
        case Delay.SAME_DAY:
            return in_force_on
        case Delay.FIRST_OF_SECOND_MONTH:
            return None


def counting_deposits(
    instrument: Instrument, deposits: Iterable[Deposit], circumstances: Circumstances = NO_CIRCUMSTANCES
) -> tuple[Deposit, ...]:
    """Return the dated deposits that count towards entry into force, in the order in which they were made.

    A State counts once, with its first deposit. A successor that notifies its succession before the number is filled
    is a contracting State and counts (VCSST art. 36(1); the thirty-five of the Plastic Explosives Convention are
    reached only with the successions of Czechia and Slovakia), while its predecessor has ceased to count. Where the
    article speaks of ratifications by signatory States (Tokyo art. 21(1), Hague art. 13(3), Montreal art. 15(3),
    Airports art. VI(1)), accessions and deposits of other States do not count.
    """
    rule = instrument.rule
    ratifications_only = rule is not None and rule.signatories_only
    first: dict[str, Deposit] = {}
    for deposit in sorted((d for d in deposits if d.on is not None), key=lambda d: (d.on or date.max, d.state)):
        if deposit.kind not in CONSENT_KINDS:
            continue
        if ratifications_only and not _is_ratification_of_signatory(deposit, circumstances.signatories):
            continue
        first.setdefault(circumstances.continues.get(deposit.state, deposit.state), deposit)
    return tuple(first.values())


def _filling(counted: Sequence[Deposit], required: int, circumstances: Circumstances) -> Deposit | None:
    """Return the deposit with which `required` existing States have deposited."""
    for number, deposit in enumerate(counted, start=1):
        if number >= required and _count_on(deposit.on or date.max, counted, circumstances) >= required:
            return deposit
    return None


def _count_on(day: date, counted: Sequence[Deposit], circumstances: Circumstances) -> int:
    """Count the deposits made by `day` by States that exist then, or that another State continues."""
    continued = set(circumstances.continues.values())
    return sum(
        1
        for d in counted
        if (d.on or date.max) <= day and (d.state in continued or day < circumstances.ended_on.get(d.state, date.max))
    )


def _is_ratification_of_signatory(deposit: Deposit, signatories: frozenset[str] | None) -> bool:
    return deposit.kind in RATIFYING and (signatories is None or deposit.state in signatories)


def entry_into_force(
    instrument: Instrument, deposits: Iterable[Deposit], circumstances: Circumstances = NO_CIRCUMSTANCES
) -> Finding[date | None]:
    """Return the day on which `instrument` entered into force by its own article; None while it has not.

    Deposits of former States count. Undated deposits cannot be counted, and the finding says how many there are:
    the real day may then be earlier.
    """
    rule = instrument.rule
    if rule is None:
        return Finding(None, (reason(ReasonCode.EIF_NO_RULE, instrument=instrument.key),))
    everything = tuple(deposits)
    counted = counting_deposits(instrument, everything, circumstances)
    filled = _filled(instrument, rule, counted, circumstances)
    because = list(filled.because)
    if undated := sum(1 for d in everything if d.on is None and d.kind is not ActKind.SUCCESSION):
        because.append(reason(ReasonCode.EIF_UNDATED, count=undated))
    if filled.answer is None:
        return Finding(None, tuple(because))
    last, required = filled.answer
    trigger_on = last.on or date.max
    in_force_on = takes_effect(trigger_on, rule.wait)
    if former := tuple(
        sorted(d.state for d in counted if d.state in circumstances.ended_on and (d.on or date.max) <= trigger_on)
    ):
        because.append(reason(ReasonCode.EIF_FORMER_STATES, states=former))
    because.append(
        reason(
            ReasonCode.EIF_REACHED,
            instrument.cite(rule.article),
            (last.key,) if last.key else (),
            instrument=instrument.key,
            required=required,
            state=last.state,
            on=trigger_on,
            in_force_on=in_force_on,
        )
    )
    return _not_before_other(instrument, in_force_on, because, circumstances)


def _not_before_other(
    instrument: Instrument, in_force_on: date, because: list[Reason], circumstances: Circumstances
) -> Finding[date | None]:
    """Apply "shall not enter into force before …" (Fixed Platforms 1988 art. 6(1), 2005 art. 9(1))."""
    other, rule = instrument.waits_for, instrument.rule
    if other is None or rule is None:
        return Finding(in_force_on, tuple(because))
    authority = instrument.cite(rule.article)
    if circumstances.not_before_on is None:
        because.append(reason(ReasonCode.EIF_WAITS_FOR_OTHER, authority, instrument=other))
        return Finding(None, tuple(because))
    if circumstances.not_before_on > in_force_on:
        in_force_on = circumstances.not_before_on
        because.append(reason(ReasonCode.EIF_NOT_BEFORE, authority, instrument=other, in_force_on=in_force_on))
    return Finding(in_force_on, tuple(because))


def _filled(
    instrument: Instrument, rule: EntryIntoForceRule, counted: tuple[Deposit, ...], circumstances: Circumstances
) -> Finding[tuple[Deposit, int] | None]:
    """Return the deposit that fills the number required, with that number."""
    authority = instrument.cite(rule.article)
    if rule.share_of_parent is not None:
        return _share_filled(instrument, rule, counted, circumstances)
    required = rule.deposits or 0
    last = _filling(counted, required, circumstances) if required else None
    if last is None:
        missing = reason(
            ReasonCode.EIF_NOT_REACHED, authority, instrument=instrument.key, required=required, counted=len(counted)
        )
        return Finding(None, (missing,))
    if not rule.of_which_producers:
        return Finding((last, required), (_rule_applied(instrument, authority, required),))
    # Plastic art. XIII(3): if 35 are there before five producers, the fifth producer's own deposit counts.
    producing = [d for d in counted if d.state in circumstances.producers]
    if len(producing) < rule.of_which_producers:
        short = reason(
            ReasonCode.EIF_PRODUCERS_NOT_REACHED, authority, required=rule.of_which_producers, counted=len(producing)
        )
        return Finding(None, (_rule_applied(instrument, authority, required), short))
    fifth = producing[rule.of_which_producers - 1]
    last = max(last, fifth, key=lambda d: (d.on or date.max, d.state))
    enough = reason(
        ReasonCode.EIF_PRODUCERS, authority, required=rule.of_which_producers, state=fifth.state, on=fifth.on
    )
    return Finding((last, required), (_rule_applied(instrument, authority, required), enough))


def _rule_applied(instrument: Instrument, authority: Authority, required: int) -> Reason:
    return reason(ReasonCode.EIF_RULE, authority, instrument=instrument.key, required=required)


def _share_filled(
    instrument: Instrument, rule: EntryIntoForceRule, counted: tuple[Deposit, ...], circumstances: Circumstances
) -> Finding[tuple[Deposit, int] | None]:
    """Find the deposit with which a share of the parent's parties on that day is reached (CPPNM art. 20(2))."""
    numerator, denominator = rule.share_of_parent or (1, 1)
    authority = instrument.cite(rule.article)
    required = 0
    for number, deposit in enumerate(counted, start=1):
        day = deposit.on or date.max
        parties = circumstances.parent_parties_on(day)
        if parties is None:
            continue
        required = -(-parties * numerator // denominator)
        if 0 < required <= number:
            share = reason(
                ReasonCode.EIF_SHARE,
                authority,
                numerator=numerator,
                denominator=denominator,
                parties=parties,
                required=required,
                on=day,
            )
            return Finding((deposit, required), (share,))
    missing = reason(
        ReasonCode.EIF_NOT_REACHED, authority, instrument=instrument.key, required=required, counted=len(counted)
    )
    return Finding(None, (missing,))


def in_force_for(instrument: Instrument, deposit_on: date, general_in_force_on: date | None) -> Finding[date | None]:
    """Return the day on which `instrument` enters into force for a State that deposits on `deposit_on`.

    A State among those that fill the number is bound on the day of the general entry into force; a later one when its
    own deposit takes effect, and never before the general day (Hague art. 13(4): "whichever is later").
    """
    rule = instrument.rule
    if general_in_force_on is None:
        return Finding(None, (reason(ReasonCode.EIF_NOT_IN_FORCE, instrument=instrument.key),))
    if rule is None:
        return Finding(None, (reason(ReasonCode.EIF_NO_RULE, instrument=instrument.key),))
    own = takes_effect(deposit_on, rule.later_wait)
    if own <= general_in_force_on:
        code, day, article = ReasonCode.EIF_WITH_THE_REST, general_in_force_on, rule.article
    else:
        code, day, article = ReasonCode.EIF_OWN_DEPOSIT, own, rule.later_article or rule.article
    why = reason(code, instrument.cite(article), instrument=instrument.key, deposit_on=deposit_on, in_force_on=day)
    return Finding(day, (why,))
