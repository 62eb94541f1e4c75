"""What an instrument says about its own entry into force, its members and its end."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from accede.core.explain import Authority
from accede.core.treaties.joining_clauses import JoiningClause


class Delay(StrEnum):
    """How a final clause counts from a deposit to the day on which it takes effect."""

    DAYS_AFTER = "days_after"
    """On the nth day after the deposit ("the thirtieth day following", "30 days after")."""
    FIRST_OF_SECOND_MONTH = "first_of_second_month"
    """On the first day of the second month following the deposit."""
    SAME_DAY = "same_day"
    """On the day of the deposit itself."""


@dataclass(frozen=True, slots=True)
class Wait:
    """A delay; `days` counts only with DAYS_AFTER."""

    delay: Delay
    days: int = 0


@dataclass(frozen=True, slots=True)
class EntryIntoForceRule:
    """When an instrument enters into force, and for a State that joins later.

    Attributes:
        article: the final clause.
        deposits: how many expressions of consent; None where it is a share of the parent's parties.
        share_of_parent: (numerator, denominator) of the parent's parties, rounded up (CPPNM art. 20(2)).
        of_which_producers: how many of them must come from declared producer States (Plastic XIII(3)).
        not_before_parent: not before the parent itself is in force (Fixed Platforms 1988 art. 6(1)).
        not_before: not before this other instrument is in force (Fixed Platforms 2005 art. 9(1): the SUA
            Protocol of 2005, which is not its parent).
        signatories_only: only ratifications by signatory States count (Tokyo art. 21, Hague 13(3), Montreal 15(3)).
        wait: from the deposit that fills the number to the entry into force.
        later_article, later_wait: for a State that deposits after that.
    """

    article: str
    wait: Wait
    later_article: str
    later_wait: Wait
    deposits: int | None = None
    share_of_parent: tuple[int, int] | None = None
    of_which_producers: int = 0
    not_before_parent: bool = False
    not_before: str | None = None
    signatories_only: bool = False


class ParentLink(StrEnum):
    """How joining an instrument depends on its parent."""

    MUST_BE_PARTY = "must_be_party"
    """Only a State bound by the parent may join (Fixed Platforms 1988 art. 5(4))."""
    JOIN_TOGETHER = "join_together"
    """A State outside the parent may join only if it joins the parent at the same time (Airports V(2))."""
    BINDS_TO_PARENT_AS_AMENDED = "binds_to_parent_as_amended"
    """Joining makes a State party to the parent as amended (Beijing Protocol XXI(2))."""


@dataclass(frozen=True, slots=True)
class CompleteList:
    """A source that names every party on a day: a State that it does not name was then not a party."""

    source: str
    on: date


@dataclass(frozen=True, slots=True)
class StatedAbsence:
    """A source that names one State as not party on a day, without giving the whole list."""

    state: str
    source: str
    on: date


@dataclass(frozen=True, slots=True)
class Instrument:
    """A treaty, with what its own text says about joining and leaving it.

    Attributes:
        in_force_on: the official day of its general entry into force; None while it is not in force.
        parent: the key of the instrument that it supplements or amends.
        parent_article: where its text says how joining depends on the parent (Airports V(2), Beijing Protocol XXI(2)).
        complete_on: the days on which a source gives the whole list of parties; a State counts as named in it
            when one of its acts was first attested on or before that day.
        complete_lists: the same with the source named; a State counts as named in it when that source attests
            one of its acts. Use this where the day of a source is not exact.
        stated_absences: what sources say of single States that were not party on a day.
        denunciation_months: how long a denunciation takes to have effect; None when not stated in months.
        denunciation_days: the same where the text counts days (CPPNM art. 21(2), Plastic art. XV(2): 180 days).
        falls_with_parent: denouncing the parent denounces this instrument as well, by
            `falls_with_parent_article` (Airports VIII(4), Fixed Platforms 7(4)).
        depositaries: with several, the earliest valid deposit counts.
        joining: how it is signed and joined; None where that is not known.
        annex: the treaties of its annex (Financing Convention art. 2(1)(a)).
    """

    key: str
    number: int
    adopted_on: date
    rule: EntryIntoForceRule | None
    opened_on: date | None = None
    in_force_on: date | None = None
    parent: str | None = None
    parent_link: ParentLink | None = None
    parent_article: str = ""
    complete_on: tuple[date, ...] = ()
    complete_lists: tuple[CompleteList, ...] = ()
    stated_absences: tuple[StatedAbsence, ...] = ()
    denunciation_months: int | None = None
    denunciation_days: int | None = None
    denunciation_article: str = ""
    falls_with_parent: bool = False
    falls_with_parent_article: str = ""
    depositaries: tuple[str, ...] = ()
    joining: JoiningClause | None = None
    annex: tuple[str, ...] = ()

    @property
    def needs_parent(self) -> bool:
        """Whether only a State that is, or becomes by it, a party to the parent can be bound by this one."""
        return self.parent_link in {ParentLink.MUST_BE_PARTY, ParentLink.JOIN_TOGETHER}

    @property
    def waits_for(self) -> str | None:
        """Return the instrument before which this one cannot enter into force, if its text names one."""
        if self.rule is None:
            return None
        return self.rule.not_before or (self.parent if self.rule.not_before_parent else None)

    def cite(self, article: str) -> Authority:
        """Cite a final clause. The Amendment of 2005 has none of its own: the Convention's art. 20(2) governs it."""
        governed_by_parent = self.rule is not None and self.rule.share_of_parent is not None
        return Authority(self.parent if governed_by_parent and self.parent else self.key, article)

    @property
    def last_complete_on(self) -> date | None:
        """Return the last day on which the whole list of parties is known."""
        return max((*self.complete_on, *(a_list.on for a_list in self.complete_lists)), default=None)
