"""Enter what bodies plan, change it, withdraw it."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from uuid import uuid4

from django.db import transaction
from django.utils.translation import gettext as _

from accede.core.coordination.overlaps import LONGEST_DAYS
from accede.foundation.access import ALL, Actor, Level, Scope, or_refuse, require
from accede.foundation.access.deciding import key_of, read_keys
from accede.foundation.audit import EventType, Face
from accede.foundation.audit.recording import record
from accede.foundation.fields import problems_of, values_of
from accede.foundation.problems import UnableTo
from accede.foundation.texts import listed
from accede.modules.coordination import events
from accede.modules.coordination.access import PLANS_KEEP
from accede.modules.coordination.fields.plans import ALONE, STATED, PlanDetails
from accede.modules.coordination.models import PlanEntry, PlanImport
from accede.modules.coordination.queries.bodies import all_bodies, body_name
from accede.modules.coordination.queries.plans import bodies_to_plan_for, groups_of, plan_rows
from accede.modules.identity.queries.scopes import state_names


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a row comes from: what it is called there, in which language, the file, and the row that it replaces."""

    known_as: str = ""
    language: str = ""
    brought: PlanImport | None = None
    replaces: PlanEntry | None = None


@transaction.atomic
def enter_plan(new: PlanDetails, *, by: Actor, at: datetime, face: Face = Face.WEB) -> int:
    """Enter what a body plans; return its number.

    Raises:
        Refused: the actor may enter no plans.
        UnableTo: all that is wrong, by field.
    """
    require(by, PLANS_KEEP)
    owner = _owner(new, by, at)
    row = add_row(new, owner, Origin(known_as=f"here:{uuid4()}"), by=by, at=at)
    _record(events.PLAN_ENTERED, row, after=values_of(STATED, new), by=by, at=at, face=face)
    return int(row.pk)


@transaction.atomic
def change_plan(number: int, new: PlanDetails, *, by: Actor, at: datetime, face: Face = Face.WEB) -> int:
    """State a plan anew; return the number that it has now. What was stated before stays in the record.

    Raises:
        Refused: there is no such plan for the actor, or they may not change it.
        UnableTo: all that is wrong, by field.
    """
    old = _held(number, by)
    owner = _owner(new, by, at)
    if (new.body, str(owner)) != (old.body, old.owner):
        raise UnableTo({"body": _("A plan stays its body’s. Withdraw it, and enter it for the other body.")})
    old.closed_at = at
    old.save(update_fields=["closed_at"])
    row = add_row(new, owner, Origin(old.known_as, old.title_language, replaces=old), by=by, at=at)
    _record(events.PLAN_CHANGED, row, after=values_of(STATED, new), by=by, at=at, face=face)
    return int(row.pk)


@transaction.atomic
def withdraw_plan(number: int, *, by: Actor, at: datetime, face: Face = Face.WEB) -> None:
    """Withdraw a plan: nobody is shown it any more.

    Raises:
        Refused: there is no such plan for the actor, or they may not withdraw it.
    """
    row = _held(number, by)
    row.closed_at = at
    row.save(update_fields=["closed_at"])
    _record(events.PLAN_WITHDRAWN, row, after={}, by=by, at=at, face=face)


def add_row(new: PlanDetails, owner: Scope, origin: Origin, *, by: Actor, at: datetime) -> PlanEntry:
    """Write a plan in which nothing is wrong, in place of another one or beside all others."""
    states = states_in(new.states)
    first = new.first_day or at.date()
    row = PlanEntry(
        level=new.level,
        owner=str(owner),
        body=new.body,
        known_as=origin.known_as,
        title=new.title,
        title_language=origin.language,
        states=states,
        regions=[*new.regions],
        within=sorted(groups_of(states, on=first)),
        topics=[*new.topics],
        first_day=first,
        last_day=new.last_day or first,
        source=new.source,
        is_cancelled=new.is_cancelled,
        recorded_at=at,
        recorded_by=by.person,
        brought=origin.brought,
        replaces=origin.replaces,
    )
    row.save(force_insert=True)
    return row


def states_known(day: date) -> Collection[str]:
    """Return the codes of the States that there are on a day."""
    return state_names(on=day)


def problems_with(
    new: PlanDetails,
    bodies: Mapping[str, Scope],
    *,
    by: Actor,
    known: Callable[[date], Collection[str]] = states_known,
) -> dict[str, str]:
    """Return all that is wrong with a plan that an actor states, by field.

    `bodies`: those that they may plan for; `known`: the codes of the States that there are on a day.
    """
    problems = problems_of(STATED, new)
    body, owner = all_bodies().get(new.body), bodies.get(new.body)
    if new.body and (body is None or owner is None):
        problems["body"] = _("Choose a body from the list. The programme records the offices of bodies.")
    if body is not None and new.first_day is not None and not body.exists_on(new.first_day):
        problems["body"] = _("%(body)s did not exist on this day. Its days are on its page.") % {
            "body": body_name(body.key)
        }
    if owner is not None and new.level == ALONE and not is_own(by, owner):
        problems["level"] = _("What the body alone sees, its own people enter.")
    return problems | _problems_of_days(new) | _problems_of_states(new, known)


def is_own(actor: Actor, owner: Scope) -> bool:
    """Return whether what a body keeps for itself is the actor's own."""
    return owner != ALL and (actor.is_system or key_of(Level.OWNER_CONFIDENTIAL, owner) in read_keys(actor))


def states_in(text: str) -> list[str]:
    """Return the codes of States that somebody wrote, each once."""
    return list(dict.fromkeys(text.replace(",", " ").replace(";", " ").upper().split()))


def _problems_of_days(new: PlanDetails) -> dict[str, str]:
    if new.first_day is None or new.last_day is None:
        return {}
    if new.last_day < new.first_day:
        return {"last_day": _("The last day lies before the first.")}
    if (new.last_day - new.first_day).days > LONGEST_DAYS:
        return {"last_day": _("A plan takes a year at most. Enter what takes longer by its parts.")}
    return {}


def _problems_of_states(new: PlanDetails, known: Callable[[date], Collection[str]]) -> dict[str, str]:
    codes = states_in(new.states)
    if not codes or new.first_day is None:
        return {}
    there = known(new.first_day)
    if unknown := [code[:20] for code in codes if code not in there]:
        words = _("On its first day there is no State with the code: %(codes)s.")
        return {"states": words % {"codes": listed(unknown[:20])}}
    return {}


def _owner(new: PlanDetails, by: Actor, at: datetime) -> Scope:
    bodies = bodies_to_plan_for(by, on=at.date())
    if problems := problems_with(new, bodies, by=by):
        raise UnableTo(problems)
    return bodies[new.body]


def _held(number: int, by: Actor) -> PlanEntry:
    row: PlanEntry = or_refuse(plan_rows(by).select_for_update().filter(pk=number).first())
    require(by, PLANS_KEEP, on=row.belongs_to)
    return row


def _record(event: EventType, row: PlanEntry, *, after: dict[str, object], by: Actor, at: datetime, face: Face) -> None:
    about = events.plan_subject(row.pk, row.belongs_to, Level(row.level))
    record(event, about=about, by=by, at=at, face=face, after=after, body=body_name(row.body))
