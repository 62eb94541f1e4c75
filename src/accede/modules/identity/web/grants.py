"""Roles: who holds which, giving, confirming and ending them, and what each role is, for everybody to read."""

from itertools import groupby
from uuid import UUID

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_POST

from accede.foundation import clock
from accede.foundation.access import PUBLIC, SIGNED_IN, Refused, can, opens_to, roles
from accede.foundation.access.acting import actor_of
from accede.foundation.access.roles import Role
from accede.foundation.pages import page_of, public_page
from accede.foundation.pages.parameters import takes
from accede.foundation.problems import UnableTo
from accede.modules.identity.access import GRANTS_GIVE
from accede.modules.identity.queries.grants import (
    grant_visible_to,
    grants_visible_to,
    grants_waiting_for,
    scope_kind_words,
    scope_words_of,
)
from accede.modules.identity.queries.people import memberships_of, person_visible_to
from accede.modules.identity.services.grants import NewGrant, confirm_grant, end_grant, give_role
from accede.modules.identity.web.forms import GrantForm, ReasonForm
from accede.modules.identity.words.scopes import ScopeChoice, scope_choices


@opens_to(PUBLIC)
@public_page
@takes()
def role_list(request: HttpRequest) -> HttpResponse:
    """Say in plain words what each role may see and do."""
    explained = [(role, _permissions(role), scope_words_of(role)) for role in roles()]
    return render(request, "identity/roles.html", {"explained": explained})


@opens_to(SIGNED_IN)
@takes("page")
def grants(request: HttpRequest) -> HttpResponse:
    """List who holds which role: everybody's for those who may see them, else one's own."""
    actor = actor_of(request)
    found = grants_visible_to(actor)
    may_give = can(actor, GRANTS_GIVE)
    waiting = grants_waiting_for(actor) if may_give else []
    context = {
        "page": page_of(found, request=request),
        "waiting": waiting,
        "may_give": may_give,
        "today": clock.today(),
    }
    return render(request, "identity/grants.html", context)


@opens_to(GRANTS_GIVE)
@takes()
def give(request: HttpRequest, person: UUID) -> HttpResponse:
    """Give a person a role."""
    actor = actor_of(request)
    found = person_visible_to(actor, person, on=clock.today())
    if found is None or not found.is_active:
        raise Refused
    form = GrantForm(
        request.POST or None,
        initial={"valid_from": clock.today()},
        roles=[(role.key, str(role.label)) for role in roles() if role.is_granted],
        scope_kinds=scope_kind_words(),
        scopes=_scopes(),
        organisations=[
            (str(one.organisation), one.organisation_name)
            for one in memberships_of(person)
            if one.is_open_on(clock.today())
        ],
    )
    if request.method == "POST" and form.is_valid():
        wish = form.cleaned_data
        new = NewGrant(
            person=person,
            role=wish["role"],
            scope_kind=wish["scope_kind"],
            scope_key=wish["scope_key"],
            valid_from=wish["valid_from"],
            valid_until=wish["valid_until"],
            because=wish["because"],
            organisation=UUID(wish["organisation"]) if wish["organisation"] else None,
        )
        try:
            give_role(new, by=actor, at=clock.now())
        except UnableTo as error:
            form.add_problems(error.problems)
        else:
            return HttpResponseRedirect(reverse("identity:person", args=[person]))
    return render(request, "identity/give.html", {"person": found, "form": form})


@opens_to(GRANTS_GIVE)
@require_POST
@takes()
def confirm(request: HttpRequest, grant: UUID) -> HttpResponse:
    """Confirm a role that another person proposed."""
    try:
        confirmed = confirm_grant(grant, by=actor_of(request), at=clock.now())
    except UnableTo as error:
        return render(request, "identity/unable.html", {"problems": list(error.problems.values())}, status=409)
    return HttpResponseRedirect(reverse("identity:person", args=[confirmed.person]))


@opens_to(GRANTS_GIVE)
@takes()
def end(request: HttpRequest, grant: UUID) -> HttpResponse:
    """End a role, or take a proposal back, with a reason."""
    actor = actor_of(request)
    found = grant_visible_to(actor, grant)
    if found is None or found.ended_at is not None:
        raise Refused
    form = ReasonForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            end_grant(grant, because=form.cleaned_data["because"], by=actor, at=clock.now())
        except UnableTo as error:
            form.add_problems(error.problems)
        else:
            return HttpResponseRedirect(reverse("identity:person", args=[found.person]))
    return render(request, "identity/end_grant.html", {"grant": found, "form": form})


def _scopes() -> list[tuple[str, list[tuple[str, str]]]]:
    """Return what a role can reach, kind by kind, as a field of choices takes it."""
    every = scope_choices(on=clock.today())
    return [(group, [(one.scope.value, one.words) for one in those]) for group, those in groupby(every, _group)]


def _group(choice: ScopeChoice) -> str:
    return choice.group


def _permissions(role: Role) -> list[str]:
    return sorted(str(permission.label) for permission in role.permissions)
