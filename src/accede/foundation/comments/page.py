"""The conversations of a page: what its form asks for is done, or told with all that is wrong."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from http import HTTPStatus
from uuid import UUID

from django.http import HttpRequest, HttpResponseRedirect

from accede.foundation import clock
from accede.foundation.access import Refused
from accede.foundation.access.acting import actor_of
from accede.foundation.audit import Face
from accede.foundation.comments.models import Doing
from accede.foundation.comments.things import Commented
from accede.foundation.comments.threads import Thread, threads_about
from accede.foundation.comments.writing import Said, comment, settle
from accede.foundation.listings import Option
from accede.foundation.problems import EVERYWHERE, Overtaken, Problem, UnableTo

NEW = "new"
"""What stands for the conversation that is yet to begin, in the names of fields."""


@dataclass(frozen=True, slots=True)
class Form:
    """The form of one conversation, or of a new one: its fields' names end in `suffix`."""

    suffix: str
    text: str = ""
    quote: str = ""
    chosen: Sequence[str] = ()
    wrong: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Shown:
    """The conversations of a page, each with its form, and the form of a new one."""

    threads: Sequence[tuple[Thread, Form]]
    new: Form
    people: Sequence[Option]
    summary: Sequence[Problem]
    status: HTTPStatus


def conversations(request: HttpRequest, thing: Commented, key: str) -> Shown | HttpResponseRedirect:
    """Do what a form that was sent asks for, and lead back to the page; else return what the page shows.

    Raises:
        Refused: there is no such thing or conversation for the reader.
    """
    sent: Form | None = None
    status = HTTPStatus.OK
    if request.method == "POST":
        suffix = request.POST.get("conversation", NEW)
        try:
            _carry_out(request, thing, key, suffix)
        except UnableTo as unable:
            status = HTTPStatus.CONFLICT if isinstance(unable, Overtaken) else HTTPStatus.BAD_REQUEST
            sent = _form(request, suffix, unable.problems)
        else:
            return HttpResponseRedirect(f"{request.path}#conversations")
    threads = threads_about(thing, key, reader=actor_of(request))
    forms = {sent.suffix: sent} if sent else {}
    people = [Option(str(one.person), one.name) for one in thing.people(key, actor_of(request))]
    return Shown(
        threads=[(one, forms.get(str(one.id), Form(str(one.id)))) for one in threads],
        new=forms.get(NEW, Form(NEW)),
        people=people,
        summary=[_problem(name, words, sent.suffix) for name, words in sent.wrong.items()] if sent else [],
        status=status,
    )


def _carry_out(request: HttpRequest, thing: Commented, key: str, suffix: str) -> None:
    form, thread = _form(request, suffix, {}), _key(suffix) if suffix != NEW else None
    actor, at = actor_of(request), clock.now()
    does = request.POST.get("do", "")
    if does in {Doing.RESOLVE.value, Doing.REOPEN.value} and thread is not None:
        settle(thing, key, Said(form.text, answers=thread), does, by=actor, at=at, face=Face.WEB)
        return
    mentions = tuple(_key(one) for one in form.chosen)
    comment(thing, key, Said(form.text, form.quote, thread, mentions), by=actor, at=at, face=Face.WEB)


def _form(request: HttpRequest, suffix: str, wrong: Mapping[str, str]) -> Form:
    def written(name: str) -> str:
        return request.POST.get(f"{name}-{suffix}", "").replace("\x00", "")

    return Form(suffix, written("text"), written("quote"), request.POST.getlist(f"mentions-{suffix}"), wrong)


def _key(text: str) -> UUID:
    try:
        return UUID(text)
    except ValueError:
        raise Refused from None


def _problem(name: str, words: str, suffix: str) -> Problem:
    return Problem(words, f"{name}-{suffix}" if name else EVERYWHERE)
