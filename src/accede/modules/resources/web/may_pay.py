"""What may pay for a purpose on a day: in which order, how much is free, and why others may not."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from accede.core.explain import Finding
from accede.core.finance.availability import Allocation, Source
from accede.core.finance.support_cost import split_of
from accede.foundation import clock
from accede.foundation.access import Actor, opens_to
from accede.foundation.access.acting import actor_of
from accede.foundation.forms.base import TOKEN, FieldsForm, form_page
from accede.foundation.pages.parameters import takes
from accede.foundation.problems import UnableTo
from accede.foundation.texts import format_amount
from accede.modules.reference.queries.states import states_existing_on
from accede.modules.resources.access import LEDGER_READ
from accede.modules.resources.fields.codes import ACTIVITIES, THEMES, TIGHTNESS
from accede.modules.resources.fields.commitments import AMOUNT, ASKED, KIND, ON, STATES, THEME, wanted_of
from accede.modules.resources.fields.contributions import ContributionFacts
from accede.modules.resources.queries.contributions import contributions_with_money
from accede.modules.resources.queries.sums import dollars
from accede.modules.resources.services.purposes import may_pay as may_pay_for
from accede.modules.resources.web.parts import section
from accede.modules.resources.words.reasons import reasons_by_source


@dataclass(frozen=True, slots=True)
class Paying:
    """A contribution that may pay: what is free of it, the most direct cost that is, and what it would pay now."""

    facts: ContributionFacts
    earmark: str
    free: str
    most: str
    direct: str
    support: str


@dataclass(frozen=True, slots=True)
class Shown:
    """How a purpose would be paid, as pages show it; `gap` and what it costs with support, "" where all is paid."""

    paying: tuple[Paying, ...]
    others: tuple[tuple[ContributionFacts, str], ...]
    gap: str
    gap_support: str


@opens_to(LEDGER_READ)
@takes(ON.key, STATES.key, THEME.key, KIND.key, AMOUNT.key)
def may_pay(request: HttpRequest) -> HttpResponse:
    """Show which contributions may pay for a purpose on a day."""
    actor, language = actor_of(request), get_language() or "en"
    form = FieldsForm(ASKED, request, choices=purpose_choices(), written=request.GET or None)
    del form.fields[TOKEN]
    form.initial[ON.key] = clock.today()
    context = {
        **section(request, "commitments"),
        "title": _("What may pay for this?"),
        "lede": _("Drawn first is what lapses first, then what is earmarked more tightly, then what came first."),
    }
    if form.is_bound and form.is_valid():
        try:
            answer = may_pay_for(wanted_of(form.given), form.given.text(AMOUNT), by=actor, at=clock.now())
        except UnableTo as wrong:
            form.add_problems(wrong.problems)
        else:
            shown = _shown(answer.found, answer.ordered, answer.on, actor, language)
            return render(request, "resources/may_pay.html", {**context, "form": form, "shown": shown})
    return form_page(request, form, "resources/may_pay.html", context)


def allocation_shown(found: Finding[Allocation], on: date, actor: Actor, language: str) -> Shown:
    """Return how a purpose would be paid, and why contributions pay nothing."""
    return _shown(found, tuple(draw.source for draw in found.answer.draws), on, actor, language)


def _shown(found: Finding[Allocation], ordered: tuple[Source, ...], on: date, actor: Actor, language: str) -> Shown:
    facts = {one.id: one for one in contributions_with_money(actor, on=on)}
    why = reasons_by_source(found.because, language, states_existing_on(on, language=language))
    drawn = {draw.source.key: draw for draw in found.answer.draws}
    paying = []
    for source in ordered:
        draw = drawn.get(source.key)
        one = facts[UUID(source.key)]
        paying.append(
            Paying(
                one,
                str(TIGHTNESS[one.tightness]),
                _amount(source.free),
                _amount(split_of(source.free, source.rate).direct),
                _amount(draw.direct if draw else 0),
                _amount(draw.support if draw else 0),
            )
        )
    others = tuple((facts[UUID(key)], sentences) for key, sentences in why.items())
    gap = found.answer.gap
    return Shown(tuple(paying), others, _amount(gap) if gap else "", _amount(found.answer.gap_support) if gap else "")


def _amount(cents: int) -> str:
    return format_amount(dollars(cents))


def purpose_choices() -> Mapping[str, Mapping[str, str]]:
    """Return the choices of the fields of a purpose that may stay empty."""
    return {
        THEME.key: {"": _("None named"), **{code: str(words) for code, words in THEMES.items()}},
        KIND.key: {"": _("None named"), **{code: str(words) for code, words in ACTIVITIES.items()}},
    }
