"""Reviews of a State's laws: the States, the board of obligations, one obligation with its candidates."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django import forms
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path, reverse
from django.utils.translation import gettext as _

from accede.core.legislation.catalogue import Obligation
from accede.core.legislation.matching import Candidate
from accede.core.legislation.reviewing import reading_of
from accede.foundation import clock
from accede.foundation.access import Scope, can, opens_to, require
from accede.foundation.access.acting import actor_of
from accede.foundation.exports import Link
from accede.foundation.forms.base import FieldsForm, Form, carry_out, sent
from accede.foundation.pages.parameters import takes
from accede.foundation.texts import readers_language
from accede.modules.identity.queries.people import names_of
from accede.modules.legislation.access import LAWS_KEEP, LAWS_READ
from accede.modules.legislation.fields.codes import KINDS, RATINGS, READINGS, VERDICTS
from accede.modules.legislation.fields.reviews import RATING, STATED, RatingDetails, rating_of
from accede.modules.legislation.queries.catalogue import catalogue
from accede.modules.legislation.queries.drafts import drafts_of
from accede.modules.legislation.queries.gaps import judgement_of
from accede.modules.legislation.queries.laws import states_with_laws
from accede.modules.legislation.queries.questions import questions_of
from accede.modules.legislation.queries.reviews import Decided, Rated, candidates_for, decisions_of, ratings_of
from accede.modules.legislation.services.reviewing import decide, rate
from accede.modules.legislation.web.parts import obligation_says, scale, section, shown_questions, state_of, title_of
from accede.modules.reference.queries.states import short_names
from accede.modules.treaties.queries.register import current_register


@dataclass(frozen=True, slots=True)
class Line:
    """An obligation on the board: what it asks, what was accepted, how it is rated."""

    says: str
    article: str
    kind: str
    address: str
    accepted: tuple[str, ...]
    rating: str
    reading: str


@dataclass(frozen=True, slots=True)
class Reader:
    """What one of the two readers thinks: who, when, which rating, why."""

    name: str
    on: date
    rating: str
    comment: str


@dataclass(frozen=True, slots=True)
class Part:
    """The obligations of an instrument, and whether it binds the State on the day."""

    title: str
    standing: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class ShownCandidate:
    """A candidate with its words, the reasons, what was decided, and where it stands."""

    key: str
    law: str
    number: str
    heading: str
    words: str
    reasons: tuple[str, ...]
    verdict: str
    address: str
    changes: str = ""
    draft: str = ""


@opens_to(LAWS_READ)
@takes()
def reviews(request: HttpRequest) -> HttpResponse:
    """List the States of which there are laws."""
    codes = states_with_laws(actor_of(request))
    names = short_names(set(codes), language=readers_language()) if codes else {}
    context = {
        **section(request, "reviews"),
        "title": _("Reviews of laws"),
        "lede": _("What the instruments ask of a State’s law, and which provisions answer it."),
        "states": [Link(names.get(code, code), reverse("legislation:review", args=[code])) for code in codes],
    }
    return render(request, "legislation/reviews.html", context)


@opens_to(LAWS_READ)
@takes()
def review(request: HttpRequest, state: str) -> HttpResponse:
    """Show the board of a State: each obligation, what was accepted, how it is rated; no score."""
    actor = actor_of(request)
    name = state_of(actor, state)
    decided, rated = decisions_of(actor, state), ratings_of(actor, state)

    def line(one: Obligation) -> Line:
        accepted = tuple(
            f"{found.title}, {found.number}" for found in decided.get(one.key, []) if found.verdict == "accepted"
        )
        rating = rated.get(one.key)
        return Line(
            says=obligation_says(one.key),
            article=one.article,
            kind=str(KINDS[one.kind]),
            address=reverse("legislation:obligation", args=[state, one.key]),
            accepted=accepted,
            rating=str(RATINGS[rating.rating]) if rating else "",
            reading=str(READINGS[reading_of(judgement_of(decided.get(one.key, []), rating))]) if rating else "",
        )

    parts = [Part(_("Asked once for all conventions"), "", tuple(line(one) for one in catalogue().of_instrument("")))]
    parts += [
        Part(title_of(key), _bound(key, state), tuple(line(one) for one in catalogue().of_instrument(key)))
        for key in catalogue().instruments
    ]
    context = {
        **section(request, "reviews"),
        "title": name,
        "lede": _("Of each obligation: the provisions accepted, and how far they answer by a person’s judgement."),
        "parts": parts,
        "ways": [Link(_("Gap report"), reverse("legislation:gaps", args=[state]))],
    }
    return render(request, "legislation/review.html", context)


@opens_to(LAWS_READ)
@takes()
def obligation(request: HttpRequest, state: str, obligation: str) -> HttpResponse:
    """Show an obligation with the provisions that may answer it; take a decision about one, or a rating."""
    actor = actor_of(request)
    name = state_of(actor, state)
    asked = catalogue().obligations.get(obligation)
    if asked is None:
        raise Http404
    may = can(actor, LAWS_KEEP, on=Scope("state", state))
    here = reverse("legislation:obligation", args=[state, obligation])
    rated = ratings_of(actor, state).get(obligation)
    thing = RatingDetails(rated.rating, rated.comment) if rated else None
    decision = DecisionForm(sent(request) if "verdict" in request.POST else None)
    form = RatingForm(STATED, request, thing=thing, choices={RATING.key: scale()}) if may else None

    def take_decision() -> str:
        provision = decision.cleaned_data["provision"]
        decide(obligation, provision, decision.cleaned_data["verdict"], by=actor, at=clock.now())
        return f"{here}#candidate-{provision}"

    def take_rating() -> str:
        assert form is not None  # noqa: S101  (asked for below)
        rate(state, obligation, rating_of(form.given), by=actor, at=clock.now())
        return here

    if request.method == "POST":
        require(actor, LAWS_KEEP, on=Scope("state", state))
        if "verdict" in request.POST:
            led = carry_out(request, decision, take_decision)
        else:
            led = carry_out(request, form, take_rating, done=_("The rating is kept.")) if form else None
        if led is not None:
            return led
    return _obligation_page(request, name, state, asked, (form, decision))


def _obligation_page(
    request: HttpRequest, name: str, state: str, asked: Obligation, forms_of_page: "tuple[Form | None, Form]"
) -> HttpResponse:
    actor = actor_of(request)
    form, decision = forms_of_page
    decided = decisions_of(actor, state).get(asked.key, [])
    found = candidates_for(actor, state, asked, on=clock.today())
    order = list(catalogue().obligations)
    at = order.index(asked.key)
    beside = [(_("Before"), at - 1), (_("Next"), at + 1)]
    wrong = request.method == "POST"
    rated = ratings_of(actor, state).get(asked.key)
    may = can(actor, LAWS_KEEP, on=Scope("state", state))
    context = {
        **section(request, "reviews"),
        "title": obligation_says(asked.key),
        "lede": f"{name} · {title_of(asked.instrument)} {asked.article} · {KINDS[asked.kind]}",
        "form": decision if wrong and "verdict" in request.POST else form,
        "rating_form": form,
        "candidates": [_shown(one, decided, asked.key if may else "") for one in found],
        "drafts": [
            Link(f"{one.law_title}, {one.number} {one.heading}".strip(), reverse("legislation:draft", args=[one.id]))
            for one in drafts_of(actor, state=state, obligation=asked.key)
        ],
        "readers": _readers(rated) if rated else [],
        "reading": READINGS[reading_of(judgement_of(decided, rated))] if rated else "",
        "second": reverse("legislation:second-reading", args=[state, asked.key])
        if may and rated and (actor.person is None or rated.decided_by != actor.person)
        else "",
        "ask": reverse("legislation:ask", args=[state, asked.key]) if may else "",
        "questions": shown_questions(actor, questions_of(actor, state=state, obligation=asked.key), here=True),
        "others": [
            _kept(one)
            for one in decided
            if str(one.provision) not in {two.provision.key for two in found} and not one.is_followed
        ],
        "ways": [
            Link(_("All obligations"), reverse("legislation:review", args=[state])),
            *(
                Link(words, reverse("legislation:obligation", args=[state, order[one]]))
                for words, one in beside
                if 0 <= one < len(order)
            ),
        ],
    }
    return render(request, "legislation/obligation.html", context, status=400 if wrong else 200)


class DecisionForm(Form):
    """What is sent with the buttons beside a candidate."""

    provision = forms.UUIDField(widget=forms.HiddenInput)
    verdict = forms.ChoiceField(choices=[(key, words) for key, words in VERDICTS.items()], widget=forms.HiddenInput)


class RatingForm(FieldsForm):
    """How far the law answers, as somebody judges it."""


def _readers(rated: Rated) -> list[Reader]:
    """Return what both readers think, side by side."""
    names = names_of({key for key in (rated.decided_by, rated.second_by) if key is not None})

    def reader(person: UUID | None, at: datetime, rating: str, comment: str) -> Reader:
        name = names.get(person, "") if person else ""
        return Reader(name or _("the operator"), at.date(), str(RATINGS[rating]), comment)

    found = [reader(rated.decided_by, rated.decided_at, rated.rating, rated.comment)]
    if rated.second_at is not None:
        found.append(reader(rated.second_by, rated.second_at, rated.second_rating, rated.second_comment))
    return found


def _shown(one: Candidate, decided: list[Decided], drafting: str) -> ShownCandidate:
    """Return a candidate as it is shown; `drafting`: the obligation for which an article may be drafted after it."""
    decision = next((two for two in decided if str(two.provision) == one.provision.key), None)
    reasons = (*one.terms, *([_("names the convention")] if one.names_convention else []))
    return ShownCandidate(
        key=one.provision.key,
        law=one.provision.title,
        number=one.provision.number,
        heading=one.provision.heading,
        words=one.window.strip(),
        reasons=reasons,
        verdict=decision.verdict if decision else "",
        address=reverse("legislation:provision", args=[UUID(one.provision.law), UUID(one.provision.key)]),
        changes=_changes(decision),
        draft=reverse("legislation:draft-new", args=[drafting, UUID(one.provision.key)]) if drafting else "",
    )


def _kept(one: Decided) -> ShownCandidate:
    """Return a decision about a provision that is no candidate any more, so that it never vanishes."""
    address = reverse("legislation:provision", args=[one.law, one.provision])
    key = str(one.provision)
    return ShownCandidate(key, one.title, one.number, one.heading, "", (), one.verdict, address, _changes(one))


def _changes(decision: Decided | None) -> str:
    """Return where to see how the words changed of which something was decided; nothing where they did not."""
    if decision is None or not decision.look_again:
        return ""
    return f"{reverse('legislation:changes', args=[decision.law])}#{decision.provision}"


def _bound(instrument: str, state: str) -> str:
    """Return whether an instrument binds the State today, in words; nothing for a State that the register has not."""
    register = current_register()
    if state not in register.states:
        return ""
    position = register.standing(instrument, state, clock.today()).answer
    return _("Binds the State today.") if position.is_bound else _("The State is invited to join this instrument.")


urlpatterns = [
    path("reviews/", reviews, name="reviews"),
    path("reviews/<str:state>/", review, name="review"),
    path("reviews/<str:state>/<str:obligation>/", obligation, name="obligation"),
]
