"""Long forms: a list of tasks, each a page; what is written is kept on the server until all of it is sent together."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any
from uuid import UUID

from django.db.models import QuerySet
from django.http import HttpRequest, QueryDict
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from accede.foundation import clock
from accede.foundation.access import SYSTEM, Refused
from accede.foundation.access.acting import acting, actor_of
from accede.foundation.fields import Field, Given
from accede.foundation.forms.base import TOKEN, FieldsForm
from accede.foundation.forms.models import Draft
from accede.foundation.problems import UnableTo


class Progress(StrEnum):
    """How far a task has come."""

    NOT_BEGUN = "not-begun"
    BEGUN = "begun"
    DONE = "done"


@dataclass(frozen=True, slots=True)
class Task:
    """A part of a long form: a key that stays for ever, what it is called, and its fields."""

    key: str
    title: str | Promise
    fields: Sequence[Field[Any]]


@dataclass(frozen=True, slots=True)
class ShownTask:
    """A task as the list shows it: where it is done, and how far it has come."""

    title: str
    address: str
    progress: Progress
    words: str


@dataclass(frozen=True, slots=True)
class TaskList:
    """A long form of one person: its key, which names the thing too where there are several, and its tasks.

    `choices`: of fields whose choices are not declared with them.
    """

    key: str
    tasks: Sequence[Task]
    choices: Mapping[str, Mapping[str, str]] = field(default_factory=dict)

    def form(self, request: HttpRequest, task: Task) -> FieldsForm:
        """Return the form of a task: what was sent now, else what was written before, wrong or not."""
        written = None if request.method == "POST" else self._answers(request).get(task.key)
        return self._form(request, task, _query(written) if written is not None else None)

    def save(self, request: HttpRequest, task: Task) -> None:
        """Keep what was sent of a task, whatever it is: somebody may go on with it on another day.

        Raises:
            Refused: nobody has signed in for whom it could be kept.
        """
        person = actor_of(request).person
        if person is None:
            raise Refused
        sent = {name: values for name, values in request.POST.lists() if name not in {TOKEN, "csrfmiddlewaretoken"}}
        draft, _made = Draft.objects.get_or_create(person=person, form=self.key, defaults={"changed_at": clock.now()})
        draft.answers, draft.changed_at = {**draft.answers, task.key: sent}, clock.now()
        draft.save(update_fields=["answers", "changed_at"])

    def shown(self, request: HttpRequest, address: Callable[[Task], str]) -> list[ShownTask]:
        """Return the tasks, each with how far it has come."""
        words = {
            Progress.NOT_BEGUN: _("Not begun"),
            Progress.BEGUN: _("Begun"),
            Progress.DONE: _("Done"),
        }
        answers = self._answers(request)
        found = [(task, self._progress(request, task, answers)) for task in self.tasks]
        return [ShownTask(str(task.title), address(task), one, words[one]) for task, one in found]

    def given(self, request: HttpRequest) -> Given:
        """Return what was written into all tasks.

        Raises:
            UnableTo: some are not done; each is named.
        """
        answers = self._answers(request)
        values: dict[str, Any] = {}
        open_tasks: list[str] = []
        for task in self.tasks:
            form = self._form(request, task, _query(answers.get(task.key, {})))
            if form.is_valid():
                values |= form.cleaned_data
            else:
                open_tasks.append(str(task.title))
        if open_tasks:
            raise UnableTo({"": _("Not done yet: %(tasks)s.") % {"tasks": ", ".join(open_tasks)}})
        return Given(values)

    def forget(self, request: HttpRequest) -> None:
        """Delete what was kept, once it was sent."""
        self._drafts(request).delete()

    def _answers(self, request: HttpRequest) -> Mapping[str, Mapping[str, list[str]]]:
        found = self._drafts(request).first()
        return found.answers if found else {}

    def _drafts(self, request: HttpRequest) -> "QuerySet[Draft]":
        person = actor_of(request).person
        found: QuerySet[Draft] = Draft.objects.filter(form=self.key)
        return found.filter(person=person) if person is not None else found.none()

    def _form(self, request: HttpRequest, task: Task, written: QueryDict | None) -> FieldsForm:
        return FieldsForm(task.fields, request, choices=self.choices, written=written)

    def _progress(self, request: HttpRequest, task: Task, answers: Mapping[str, Mapping[str, list[str]]]) -> Progress:
        if task.key not in answers:
            return Progress.NOT_BEGUN
        form = self._form(request, task, _query(answers[task.key]))
        return Progress.DONE if form.is_valid() else Progress.BEGUN


def _query(written: Mapping[str, list[str]]) -> QueryDict:
    query = QueryDict(mutable=True)
    for name, values in written.items():
        query.setlist(name, values)
    return query


def forget_drafts(person: UUID) -> None:
    """Delete what a person has begun to write and will not send any more."""
    with acting(SYSTEM):
        Draft.objects.filter(person=person).delete()
