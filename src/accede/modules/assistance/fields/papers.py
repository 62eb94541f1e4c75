"""The fields of the papers by which an activity passes its gates, and of its partners."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from accede.foundation.exports import Kind
from accede.foundation.fields import Entry, Field, Given
from accede.foundation.fields.field import Words
from accede.modules.assistance.fields.activities import ROLES

BODIES: dict[str, Words] = {
    "CTC": _("Counter-Terrorism Committee"),
    "CTED": _("Counter-Terrorism Committee Executive Directorate"),
    "CTITF": _("Counter-Terrorism Implementation Task Force"),
}
ANSWERS: dict[str, Words] = {
    "none": _("No answer yet"),
    "agreed": pgettext_lazy("answer of a body", "Agrees"),
    "no_objection": _("Has no objection"),
    "objected": pgettext_lazy("answer of a body", "Objects"),
}
DECIDED: dict[str, Words] = {
    "5": _("Paragraph 5: elements of criminal justice and the rule of law"),
    "6": _("Paragraph 6: work with other organisations"),
}
"""What the resolution leaves to discretion, “whenever appropriate”."""
YES_NO: dict[str, Words] = {"yes": _("It is appropriate"), "no": _("It is not appropriate")}
QUESTIONS: dict[str, Words] = {
    "fair_trial": _("Fair trial"),
    "humane_treatment": _("Humane treatment of those who are held"),
    "non_discrimination": _("No prosecution or punishment on account of race, religion, nationality, origin, opinion"),
    "non_refoulement": _("Nobody is sent where torture or death threatens"),
}
"""What is looked at under international law."""
EXCEPTED: dict[str, Words] = {
    "assistance.coordination": _("Other bodies were heard"),
    "assistance.languages": _("The languages that were asked for"),
}
"""The gates of which an exception is permitted."""


@dataclass(frozen=True, slots=True)
class PaperDetails:
    """A paper as somebody brings it; which fields count depends on its kind."""

    kind: str
    about: str = ""
    on: date | None = None
    until: date | None = None
    answer: str = ""
    text: str = ""
    codes: tuple[str, ...] = ()
    budget_line: str = ""
    indicator: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperFacts(PaperDetails):
    """A paper as the product shows it."""

    id: UUID
    document: UUID | None
    made_by: UUID | None
    made_by_name: str
    confirmed_by_name: str
    is_confirmed: bool


@dataclass(frozen=True, slots=True)
class PartnerDetails:
    """A body that takes part, and its role."""

    organisation: UUID | None
    role: str


BODY = Field[PaperDetails](
    "about", _("Body"), lambda one: one.about, choices=BODIES, entry=Entry(needed=_("Choose the body."))
)
TOLD_ON = Field[PaperDetails](
    "on", _("Told on"), lambda one: one.on, Kind.DAY, entry=Entry(needed=_("Write the day on which it was told."))
)
UNTIL = Field[PaperDetails](
    "until",
    _("May object until"),
    lambda one: one.until,
    Kind.DAY,
    entry=Entry(hint=_("The last day of its time to object, if one was set.")),
)
ANSWER = Field[PaperDetails](
    "answer", _("What it answers"), lambda one: one.answer, choices=ANSWERS, entry=Entry(needed=_("Choose."))
)
PARAGRAPH = Field[PaperDetails](
    "about", _("What is decided"), lambda one: one.about, choices=DECIDED, entry=Entry(needed=_("Choose."))
)
ON = Field[PaperDetails](
    "on", _("Day"), lambda one: one.on, Kind.DAY, entry=Entry(needed=_("Write the day of which you speak."))
)
IS_YES = Field[PaperDetails](
    "answer", _("Decision"), lambda one: one.answer, choices=YES_NO, entry=Entry(needed=_("Choose."))
)
WHY = Field[PaperDetails](
    "text",
    _("Why"),
    lambda one: one.text,
    entry=Entry(needed=_("Say why; silence decides nothing."), most=2000, lines=4),
)
BUDGET_LINE = Field[PaperDetails](
    "budget_line",
    _("Budget line of the component"),
    lambda one: one.budget_line,
    entry=Entry(hint=_("Where the rule of law is built in: the budget line to which it is tied."), most=120),
)
INDICATOR = Field[PaperDetails](
    "indicator", _("Indicator of the component"), lambda one: one.indicator, entry=Entry(most=200)
)
SETTLED = Field[PaperDetails](
    "codes",
    _("What is settled"),
    lambda one: one.codes,
    choices=QUESTIONS,
    several=True,
    entry=Entry(hint=_("What is left out stays open, and keeps the gate shut.")),
)
GATE = Field[PaperDetails](
    "about", _("Exception from"), lambda one: one.about, choices=EXCEPTED, entry=Entry(needed=_("Choose."))
)
PAPERS: dict[str, tuple[Field[PaperDetails], ...]] = {
    "contact": (BODY, TOLD_ON, UNTIL, ANSWER),
    "decision": (PARAGRAPH, ON, IS_YES, WHY, BUDGET_LINE, INDICATOR),
    "screening": (ON, SETTLED),
    "exception": (GATE, ON, WHY),
}
"""What is stated of each kind of paper."""
PAPER_KINDS: dict[str, Words] = {
    "contact": _("Contact with a body"),
    "decision": _("Decision"),
    "screening": _("Look at international law"),
    "exception": _("Exception"),
}
PARTNER = Field[PartnerDetails](
    "organisation", _("Organisation"), lambda one: one.organisation, entry=Entry(needed=_("Choose the organisation."))
)
ROLE = Field[PartnerDetails](
    "role", _("Role"), lambda one: one.role, choices=ROLES, entry=Entry(needed=_("Choose the role."))
)
PARTNER_STATED = (PARTNER, ROLE)


def paper_of(kind: str, given: Given) -> PaperDetails:
    """Return a paper as somebody brought it."""
    answer = given.text(ANSWER)
    return PaperDetails(
        kind=kind,
        about=given.text(BODY),
        on=given.day(ON),
        until=given.day(UNTIL),
        answer=answer,
        text=given.text(WHY),
        codes=given.texts(SETTLED),
        budget_line=given.text(BUDGET_LINE),
        indicator=given.text(INDICATOR),
    )


def partner_of(given: Given) -> PartnerDetails:
    """Return a partner."""
    return PartnerDetails(given.key_of_thing(PARTNER), given.text(ROLE))
