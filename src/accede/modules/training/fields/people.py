"""The fields of nominations, and of what came of them."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from accede.foundation.access import Scope
from accede.foundation.exports import Kind
from accede.foundation.fields import Entry, Field, Given
from accede.modules.training.fields.codes import FUNCTIONS, LANGUAGES, SEXES, STANDINGS
from accede.modules.training.models import Participant

YES_NO = {"no": _("No"), "yes": _("Yes")}


@dataclass(frozen=True, slots=True)
class Nomination:
    """An official as an authority nominates them; `birth_year` as it was written."""

    given: str
    family: str
    sex: str
    birth_year: str
    organisation: str
    post: str
    function: str
    language: str
    email: str
    is_protected: bool = False
    has_notice: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class ParticipantFacts:
    """A nomination as the product shows it to a reader; `is_named`: they may see the name.

    `present`: sessions at which the official was, of `sessions` that took place.
    """

    id: UUID
    event: int
    owner: Scope
    running: int
    given: str
    family: str
    birth_year: int | None
    organisation: str
    post: str
    email: str
    state: str
    state_name: str
    sex: str
    function: str
    language: str
    standing: str
    reason: str
    is_protected: bool
    is_named: bool
    nominated_on: date
    present: int
    sessions: int
    before: int | None
    after: int | None

    @property
    def called(self) -> str:
        """By what it is told from others where no name is to stand."""
        return f"{self.state}-{self.running}"

    @property
    def name(self) -> str:
        """The name, or the number and why no name stands there."""
        if self.is_named:
            return f"{self.given} {self.family}".strip()
        return f"{self.called}: {_('Protected') if self.is_protected else _('No longer kept')}"

    @property
    def function_words(self) -> str:
        """The function in the reader's language."""
        return str(FUNCTIONS.get(self.function, self.function))


@dataclass(frozen=True, slots=True)
class Results:
    """What a participant knew before and after, of 100, as it was written."""

    before: str
    after: str


GIVEN = Field[Nomination](
    "given_name",
    _("Given names"),
    lambda one: one.given,
    entry=Entry(
        hint=_("As in the passport, one person a nomination. Leave it empty for who has one name only."), most=100
    ),
)
FAMILY = Field[Nomination](
    "family_name",
    _("Family name"),
    lambda one: one.family,
    entry=Entry(needed=_("Write the family name."), most=100),
)
SEX = Field[Nomination](
    "sex",
    _("Sex"),
    lambda one: one.sex,
    choices=SEXES,
    entry=Entry(hint=_("Counted; never shown beside a name outside the programme.")),
)
BIRTH_YEAR = Field[Nomination](
    "birth_year",
    _("Year of birth"),
    lambda one: one.birth_year,
    entry=Entry(
        hint=_("The year only. It tells two officials of one name apart, so that each is counted once."),
        most=4,
        example="1979",
    ),
)
ORGANISATION = Field[Nomination](
    "organisation",
    _("Authority where they work"),
    lambda one: one.organisation,
    entry=Entry(needed=_("Write the authority."), most=200),
)
POST = Field[Nomination]("post", _("Post"), lambda one: one.post, entry=Entry(most=200))
FUNCTION = Field[Nomination](
    "function",
    _("Function"),
    lambda one: one.function,
    choices=FUNCTIONS,
    entry=Entry(needed=_("Choose the function.")),
)
LANGUAGE = Field[Nomination](
    "language",
    _("Language"),
    lambda one: one.language,
    choices=LANGUAGES,
    entry=Entry(needed=_("Choose the language."), hint=_("Of the certificate, the notice and the questions later.")),
)
EMAIL = Field[Nomination](
    "email",
    _("E-mail"),
    lambda one: one.email,
    entry=Entry(hint=_("Only if they have one. Without it everything goes through you."), most=200),
)
PROTECTED = Field[Nomination](
    "is_protected",
    _("Must the name be protected?"),
    lambda one: "yes" if one.is_protected else "no",
    choices=YES_NO,
    entry=Entry(hint=_("Then two people see it: you, and the officer of the event.")),
)
NOTICE = Field[Nomination](
    "has_notice",
    _("Has the official read the notice on what is kept?"),
    lambda one: "yes" if one.has_notice else "",
    choices={"": _("Not yet"), "yes": _("Yes")},
    entry=Entry(hint=_("It is on this site in six languages.")),
)
STATED = (GIVEN, FAMILY, SEX, BIRTH_YEAR, ORGANISATION, POST, FUNCTION, LANGUAGE, EMAIL, PROTECTED, NOTICE)
"""What an authority states of an official."""

CALLED = Field[ParticipantFacts]("number", _("Number"), lambda one: one.called, column=Participant.running)
NAME = Field[ParticipantFacts]("name", _("Name"), lambda one: one.name)
STATE_NAME = Field[ParticipantFacts]("state", _("State"), lambda one: one.state_name, column=Participant.state_code)
STANDING = Field[ParticipantFacts](
    "standing",
    _("Where it is"),
    lambda one: one.standing,
    column=Participant.standing,
    choices=STANDINGS,
    is_filter=True,
)
FACT_SEX = Field[ParticipantFacts](
    "sex", _("Sex"), lambda one: one.sex, column=Participant.sex, choices=SEXES, in_files_only=True
)
FACT_FUNCTION = Field[ParticipantFacts](
    "function",
    _("Function"),
    lambda one: one.function,
    column=Participant.function,
    choices=FUNCTIONS,
    is_filter=True,
)
FACT_LANGUAGE = Field[ParticipantFacts](
    "language", _("Language"), lambda one: one.language, column=Participant.language, choices=LANGUAGES,
    in_files_only=True,
)  # fmt: skip
FACT_YEAR = Field[ParticipantFacts](
    "birth_year", _("Year of birth"), lambda one: str(one.birth_year or ""), in_files_only=True
)
FACT_AUTHORITY = Field[ParticipantFacts](
    "organisation", _("Authority where they work"), lambda one: one.organisation, in_files_only=True
)
FACT_POST = Field[ParticipantFacts]("post", _("Post"), lambda one: one.post, in_files_only=True)
PRESENT = Field[ParticipantFacts]("present", _("Present at sessions"), lambda one: one.present, Kind.NUMBER)
BEFORE = Field[ParticipantFacts](
    "before", _("Result before, of 100"), lambda one: one.before, Kind.NUMBER, in_files_only=True
)
AFTER = Field[ParticipantFacts](
    "after", _("Result after, of 100"), lambda one: one.after, Kind.NUMBER, in_files_only=True
)
WHY = Field[ParticipantFacts]("reason", _("Reason"), lambda one: one.reason, in_files_only=True)
NOMINATED_ON = Field[ParticipantFacts](
    "nominated_on", _("Nominated on"), lambda one: one.nominated_on, Kind.DAY, in_files_only=True
)
KEY = Field[ParticipantFacts]("key", _("Key"), lambda one: str(one.id), in_files_only=True)
SHOWN = (
    CALLED, NAME, STATE_NAME, FACT_FUNCTION, STANDING, PRESENT, FACT_SEX, FACT_LANGUAGE, FACT_YEAR, FACT_AUTHORITY,
    FACT_POST, BEFORE, AFTER, WHY, NOMINATED_ON, KEY,
)  # fmt: skip
READ = tuple(one for one in SHOWN if one not in (CALLED, KEY))

RESULT_BEFORE = Field[Results]("before", _("Result before, of 100"), lambda one: one.before, entry=Entry(most=3))
RESULT_AFTER = Field[Results]("after", _("Result after, of 100"), lambda one: one.after, entry=Entry(most=3))
RESULTS = (RESULT_BEFORE, RESULT_AFTER)


def results_of(given: Given) -> Results:
    """Return results as somebody wrote them."""
    return Results(given.text(RESULT_BEFORE), given.text(RESULT_AFTER))


def nomination_of(given: Given) -> Nomination:
    """Return an official as somebody nominated them."""
    return Nomination(
        given=given.text(GIVEN),
        family=given.text(FAMILY),
        sex=given.text(SEX),
        birth_year=given.text(BIRTH_YEAR),
        organisation=given.text(ORGANISATION),
        post=given.text(POST),
        function=given.text(FUNCTION),
        language=given.text(LANGUAGE),
        email=given.text(EMAIL),
        is_protected=given.text(PROTECTED) == "yes",
        has_notice=given.text(NOTICE) == "yes",
    )
