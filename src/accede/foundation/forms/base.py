"""The base of all forms, and the forms that are made of declared fields."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from http import HTTPStatus
from typing import Any
from uuid import UUID, uuid4

from django import forms
from django.contrib import messages
from django.db import IntegrityError, transaction
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.shortcuts import render

from accede.foundation import clock
from accede.foundation.access.acting import actor_of
from accede.foundation.fields import Field, Given
from accede.foundation.forms.making import form_field, initial_value
from accede.foundation.forms.models import Sent
from accede.foundation.problems import EVERYWHERE, Problem, UnableTo

TOKEN = "sent_as"  # noqa: S105  (the name of a field)
"""The hidden field with the token by which a form that is sent twice is known."""


class ListsProblems(forms.BaseForm):
    """A form of Django's, or of a library, whose problems a page can list."""

    @property
    def problems(self) -> list[Problem]:
        """What is wrong, in the order of the fields."""
        return list(self._problems())

    def add_problems(self, problems: Mapping[str, str]) -> None:
        """Take over what a service found wrong."""
        for field, words in problems.items():
            self.add_error(field if field in self.fields else None, words)

    def _problems(self) -> Iterator[Problem]:
        yield from (Problem(str(error)) for error in self.non_field_errors())
        for name in self.fields:
            bound = self[name]
            field = EVERYWHERE if bound.is_hidden else bound.html_name
            yield from (Problem(str(error), field) for error in bound.errors)


class Form(ListsProblems, forms.Form):
    """Django's form, sent once: the token that goes out with it comes back, and counts for one deed."""

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields[TOKEN] = forms.UUIDField(required=False, widget=forms.HiddenInput, initial=uuid4)

    @property
    def given(self) -> Given:
        """What was written, by the keys of declared fields."""
        return Given(self.cleaned_data)

    @property
    def token(self) -> UUID | None:
        """The token that came with the form."""
        try:
            return UUID(self.data.get(TOKEN, ""))
        except ValueError:
            return None


class FieldsForm(Form):
    """A form of declared fields: those that somebody fills in, in their order.

    `thing`: what stands in the fields to begin with. `choices`: of fields whose choices depend on the reader.
    `written`: what was written on another day, in place of what was sent now.
    """

    def __init__(
        self,
        fields: Sequence[Field[Any]],
        request: HttpRequest,
        *,
        thing: object = None,
        choices: Mapping[str, Mapping[str, str]] | None = None,
        written: QueryDict | None = None,
    ) -> None:
        reader = actor_of(request)
        super().__init__(written or sent(request))
        for field in fields:
            if field.entry is not None and field.is_for(reader):
                self.fields[field.key] = form_field(field, (choices or {}).get(field.key))
                if thing is not None:
                    self.initial[field.key] = initial_value(field.value(thing))


def sent(request: HttpRequest) -> QueryDict | None:
    """Return what a form sent; None where its page was only asked for."""
    return request.POST if request.method == "POST" else None


def carry_out(request: HttpRequest, form: Form, act: Callable[[], str], *, done: str = "") -> HttpResponse | None:
    """Do what a form that was sent asks for, once, and lead to the address that `act` returns.

    `done`: what to tell the reader there. Returns None where there is nothing to do or something is wrong, which the
    form then tells. The second of two that were sent at once waits for the first, and leads where it led.
    """
    if request.method != "POST":
        return None
    person, token = actor_of(request).person, form.token
    if token is not None and (led_to := _led_to(token)):
        return HttpResponseRedirect(led_to)
    if not form.is_valid():
        return None
    try:
        with transaction.atomic():
            if person is not None and token is not None:
                Sent.objects.create(token=token, person=person, at=clock.now())
            led_to = act()
            if token is not None:
                Sent.objects.filter(token=token).update(led_to=led_to)
    except UnableTo as error:
        form.add_problems(error.problems)
        return None
    except IntegrityError:
        if token is None or not (led_to := _led_to(token)):
            raise
        return HttpResponseRedirect(led_to)
    if done:
        messages.success(request, done)
    return HttpResponseRedirect(led_to)


def answer_form(
    request: HttpRequest,
    form: Form,
    act: Callable[[], str],
    context: Mapping[str, object],
    *,
    template: str = "records/form.html",
    done: str = "",
) -> HttpResponse:
    """Do what a form that was sent asks for and lead on, as `carry_out`; or return its page, as `form_page`."""
    return carry_out(request, form, act, done=done) or form_page(request, form, template, context)


def form_page(
    request: HttpRequest, form: ListsProblems, template: str, context: Mapping[str, object] | None = None
) -> HttpResponse:
    """Return the page of a form; with what was written, and as “bad request” where something of it is wrong."""
    is_wrong = form.is_bound and bool(form.errors)
    return render(
        request,
        template,
        {**(context or {}), "form": form},
        status=HTTPStatus.BAD_REQUEST if is_wrong else HTTPStatus.OK,
    )


def _led_to(token: UUID) -> str:
    found = Sent.objects.filter(token=token).values_list("led_to", flat=True).first()
    return str(found or "")
