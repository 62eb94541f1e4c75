"""What the pages of laws have in common: the tabs, the form with a file, the States to choose from."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django import forms
from django.http import Http404, HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from accede.foundation import clock
from accede.foundation.access import Actor, Scope, can
from accede.foundation.access.acting import actor_of
from accede.foundation.access.tabs import tabs_for
from accede.foundation.fields import Field
from accede.foundation.forms.base import FieldsForm
from accede.foundation.texts import readers_language
from accede.modules.identity.queries.people import names_of
from accede.modules.identity.queries.scopes import state_names
from accede.modules.legislation.access import LAWS_ANSWER, LAWS_KEEP, LAWS_READ
from accede.modules.legislation.fields.codes import RATINGS
from accede.modules.legislation.fields.laws import STATE, STATED
from accede.modules.legislation.fields.questions import QuestionFacts
from accede.modules.legislation.queries.catalogue import catalogue
from accede.modules.legislation.queries.laws import states_with_laws
from accede.modules.legislation.services.importing import FIELD, LawFile
from accede.modules.reference.queries.states import short_names
from accede.modules.treaties.queries.instruments import all_instruments


def section(request: HttpRequest, current: str) -> dict[str, object]:
    """Return what the pages of laws have in common: the tabs that open to the reader."""
    parts = (
        ("legislation:laws", _("Laws"), (LAWS_READ,)),
        ("legislation:reviews", _("Reviews"), (LAWS_READ,)),
        ("legislation:questions", _("Questions about laws"), (LAWS_READ,)),
    )
    return {"tabs": tabs_for(request, parts, f"legislation:{current}"), "tabs_label": _("Laws")}


@dataclass(frozen=True, slots=True)
class Asked:
    """A question as a page shows it; `to_answer`: where the reader may answer it."""

    about: str
    address: str
    text: str
    asked_on: date
    asked_by: str
    answer: str
    answered_on: date | None
    answered_by: str
    to_answer: str


def shown_questions(actor: Actor, found: Sequence[QuestionFacts], *, here: bool = False) -> list[Asked]:
    """Return questions as pages show them; `here`: on the page of what they are about."""
    keys = {key for one in found for key in (one.asked_by, one.answered_by) if key is not None}
    names = names_of(keys) if keys else {}

    def name(key: object) -> str:
        return next((words for known, words in names.items() if known == key), _("the operator"))

    return [
        Asked(
            about="" if here else f"{one.state} · {obligation_says(one.obligation)}",
            address=reverse("legislation:obligation", args=[one.state, one.obligation]),
            text=one.text,
            asked_on=one.asked_at.date(),
            asked_by=name(one.asked_by),
            answer=one.answer,
            answered_on=one.answered_at.date() if one.answered_at else None,
            answered_by=name(one.answered_by),
            to_answer=reverse("legislation:question-answer", args=[one.id])
            if one.answered_at is None and can(actor, LAWS_ANSWER, on=Scope("state", one.state))
            else "",
        )
        for one in found
    ]


def state_of(actor: Actor, state: str) -> str:
    """Return the name of a State of which the actor may see laws; else there is no such page."""
    if state not in states_with_laws(actor):
        raise Http404
    return short_names({state}, language=readers_language()).get(state, state)


def title_of(instrument: str) -> str:
    """Return the short title of an instrument in the reader's language; of none, what the general questions are."""
    found = all_instruments().get(instrument)
    return found.title(readers_language()).short if found else _("Asked once for all conventions")


def obligation_says(obligation: str) -> str:
    """Return an obligation in the reader's language; its key where the catalogue no longer has it."""
    found = catalogue().obligations.get(obligation)
    return found.says(readers_language().partition("-")[0]) if found else obligation


def scale() -> dict[str, str]:
    """Return the ratings to choose from."""
    return {"": _("Choose"), **{key: str(words) for key, words in RATINGS.items()}}


class LawForm(FieldsForm):
    """The form by which a law is brought in with its file; `fields`: what is asked of it."""

    def __init__(self, request: HttpRequest, fields: Sequence[Field[Any]] = STATED, **options: Any) -> None:
        super().__init__(fields, request, choices={STATE.key: _states_for(request)}, **options)
        self.files = request.FILES if request.method == "POST" else self.files
        self.fields[FIELD] = forms.FileField(
            label=_("The text of the law"),
            required=False,
            help_text=_("Text, HTML, Word, PDF with a text layer, or JSON of an official publisher."),
        )

    @property
    def file(self) -> LawFile | None:
        """What was brought."""
        upload = self.cleaned_data.get(FIELD)
        return LawFile(upload.file, upload.name) if upload else None


def _states_for(request: HttpRequest) -> dict[str, str]:
    actor, names = actor_of(request), state_names(on=clock.today())
    found = {code: f"{name} ({code})" if name else code for code, name in names.items()}
    return {
        "": _("Choose"),
        **{code: words for code, words in found.items() if can(actor, LAWS_KEEP, on=Scope("state", code))},
    }
