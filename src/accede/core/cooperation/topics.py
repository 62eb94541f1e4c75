"""What the articles of an instrument are about, and the articles of one instrument by topic."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum

from accede.core.cooperation.effects import Purpose
from accede.core.explain import Authority


class Topic(StrEnum):
    """What an article is about."""

    INCLUDED = "included"
    OPTION = "option"
    RECOGNITION = "recognition"
    PLACE = "place"
    """The offence counts as committed in more places than where it occurred."""
    PLACE_REQUESTING = "place_requesting"
    """The offence counts as committed also within the jurisdiction of the requesting State (SUA art. 11(4))."""
    LAW = "law"
    """Extradition is subject to the law of the requested State, where not the article on the option says so."""
    MODIFIES = "modifies"
    """Existing extradition treaties are modified as far as they are incompatible."""
    PROSECUTION = "prosecution"
    JURISDICTION = "jurisdiction"
    ASSISTANCE = "assistance"
    ASSISTANCE_TREATIES = "assistance_treaties"
    """Assistance is carried out in conformity with treaties between the two (Bombings art. 10(2))."""
    ASSISTANCE_OTHER = "assistance_other"
    """Obligations under other treaties on assistance are not affected (Hague art. 10(2))."""
    ASSISTANCE_LAW = "assistance_law"
    """The law of the requested State applies to assistance."""
    POLITICAL = "political"
    POLITICAL_LAWS = "political_laws"
    """No action is authorised or required on penal laws of a political nature (Tokyo art. 2)."""
    FISCAL = "fiscal"
    BANK_SECRECY = "bank_secrecy"
    DISCRIMINATION = "discrimination"
    NATIONALS = "nationals"
    """Surrender on condition of return to serve the sentence discharges the duty to prosecute."""
    FAIR_TREATMENT = "fair_treatment"
    INTERNAL_CASE = "internal_case"
    INTERNAL_ASSISTED = "internal_assisted"
    """Cases internal to one State are left out, except that the articles on assistance apply (Bombings art. 3)."""
    ARMED_FORCES = "armed_forces"
    ARMED_CONFLICT = "armed_conflict"
    """Acts in armed conflicts for which the Geneva Conventions oblige to prosecute are left out (Hostages art. 12)."""
    OTHER_LAW = "other_law"
    """Nothing affects obligations under other rules of international law (Financing art. 21)."""
    ASYLUM = "asylum"
    """Treaties on asylum between States that are parties to them are not affected (Hostages art. 15)."""
    NOT_COVERED = "not_covered"
    """State aircraft, warships, material in military use."""
    NO_DUTY = "no_duty"
    DISPUTES_OPT_OUT = "disputes_opt_out"


class Ground(StrEnum):
    """On what account a request may serve to persecute, as the articles name it."""

    RACE = "race"
    RELIGION = "religion"
    NATIONALITY = "nationality"
    ETHNIC_ORIGIN = "ethnic_origin"
    POLITICAL_OPINION = "political_opinion"
    GENDER = "gender"
    SEX = "sex"


_USUAL = (Ground.RACE, Ground.RELIGION, Ground.NATIONALITY, Ground.ETHNIC_ORIGIN, Ground.POLITICAL_OPINION)
WITH_GENDER = (*_USUAL, Ground.GENDER)
"""The grounds of the texts of 2005 and later on ships, platforms and aviation."""


@dataclass(frozen=True, slots=True)
class Clauses:
    """The articles of one instrument by topic.

    Attributes:
        for_assistance: what takes the place of an article where assistance is asked for; None: nothing does.
        existing_only: "any extradition treaty existing … before the entry into force of this Convention": later
            treaties are only to be made to include the offence (Bombings 9(1), Financing 11(1), Nuclear 13(1)).
        must_refuse: a request made in order to persecute shall not be granted (Hostages 9(1)); elsewhere such a
            request only creates no obligation.
        discrimination_covers_mla: whether that rule speaks of mutual legal assistance too.
        grounds: on what account, by that rule.
        assists_investigations: whether assistance is owed in investigations too, not in proceedings alone.
    """

    articles: Mapping[Topic, Authority]
    for_assistance: Mapping[Topic, Authority | None] = field(default_factory=dict)
    existing_only: bool = False
    must_refuse: bool = False
    discrimination_covers_mla: bool = True
    grounds: tuple[Ground, ...] = _USUAL
    assists_investigations: bool = False

    def on(self, topic: Topic) -> Authority | None:
        """Return the article on a topic; None where the text has none."""
        return self.articles.get(topic)

    def read_for(self, purpose: Purpose, own: Mapping[str, str], text: str) -> "Clauses":
        """Return the articles that apply to a purpose and to an offence with articles of its `own` (`Definition`)."""
        found: dict[Topic, Authority | None] = dict(self.articles)
        if purpose is Purpose.MLA:
            found |= self.for_assistance
        found |= {Topic(name): Authority(text, article) if article else None for name, article in own.items()}
        return replace(self, articles={topic: where for topic, where in found.items() if where is not None})
