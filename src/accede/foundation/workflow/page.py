"""The page of a thing that goes from state to state: which steps it offers, and the taking of one."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from http import HTTPStatus
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.translation import gettext as _

from accede.foundation import clock
from accede.foundation.access.acting import actor_of
from accede.foundation.audit import Face
from accede.foundation.problems import EVERYWHERE, Overtaken, UnableTo, listed_problems
from accede.foundation.workflow.flow import Flow
from accede.foundation.workflow.later import begin_step, is_under_way
from accede.foundation.workflow.stepping import LONGEST_REASON, offered_steps


@dataclass(frozen=True, slots=True)
class StepPage:
    """One page for things of one workflow.

    Attributes:
        context: what the template needs beside `offered`, `reason`, `wrong`, `summary`; raises Refused where the reader
            may not see the thing.
    """

    flow: Flow[Any]
    template: str
    context: Callable[[HttpRequest, int], Mapping[str, object]]

    def answer(self, request: HttpRequest, number: int) -> HttpResponse:
        """Show the thing, or take the step whose button was pressed and show the thing as it then is."""
        reason = ""
        problems: Mapping[str, str] = {}
        status = HTTPStatus.OK
        if request.method == "POST":
            key = request.POST.get("step", "")
            reason = request.POST.get("reason", "").replace("\x00", "")
            actor = actor_of(request)
            try:
                done = begin_step(self.flow, key, number, by=actor, at=clock.now(), face=Face.WEB, reason=reason)
            except UnableTo as unable:
                problems = unable.problems
                status = HTTPStatus.CONFLICT if isinstance(unable, Overtaken) else HTTPStatus.BAD_REQUEST
            else:
                messages.success(request, str(self.flow.words.steps[key].done) if done else _later())
                return HttpResponseRedirect(request.path)
        offered = offered_steps(self.flow, number, by=actor_of(request), at=clock.now())
        summary = [one for name, words in problems.items() for one in listed_problems({_field(name): words})]
        context = {
            **self.context(request, number),
            "offered": offered,
            "is_under_way": is_under_way(self.flow, number),
            "with_reason": any(step.with_reason and step.is_open for step in offered),
            "reason": reason,
            "wrong": problems,
            "summary": summary,
            "longest": LONGEST_REASON,
        }
        return render(request, self.template, context, status=status)


def _field(name: str) -> str:
    """Return the field of the page at which a problem is told: that of the reason, or none."""
    return name if name == "reason" else EVERYWHERE


def _later() -> str:
    return _("This takes longer than a page may. It is being done; your inbox will tell you what became of it.")
