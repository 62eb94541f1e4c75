"""The base of forms: all that is wrong at once, what was written stays, what is sent twice is done once."""

import uuid
from dataclasses import dataclass, field
from datetime import date, timedelta

import pytest
from django.contrib.messages.storage.fallback import FallbackStorage
from django.http import HttpRequest
from django.test import RequestFactory

from accede.foundation import clock
from accede.foundation.access import Actor
from accede.foundation.access.acting import acting
from accede.foundation.exports import Kind
from accede.foundation.fields import Entry, Field, Texts
from accede.foundation.forms.base import TOKEN, FieldsForm, carry_out
from accede.foundation.forms.jobs import forget_old_forms
from accede.foundation.forms.models import SENT_KEPT, Draft, Sent
from accede.foundation.forms.tasks import Task, TaskList
from accede.foundation.problems import UnableTo

pytestmark = pytest.mark.django_db
AMAL = Actor(person=uuid.uuid4())


@dataclass(frozen=True, slots=True)
class Box:
    name: str = ""
    colour: str = ""
    sides: tuple[str, ...] = ()
    since: date | None = None
    names: Texts = field(default_factory=Texts)


NAME = Field[Box]("name", "Name", lambda box: box.name, entry=Entry(needed="Write a name."))
COLOUR = Field[Box]("colour", "Colour", lambda box: box.colour, choices={"": "None", "red": "Red"}, entry=Entry())
SIDES = Field[Box]("sides", "Sides", lambda box: box.sides, choices={"l": "Left", "r": "Right"},
                   several=True, entry=Entry())  # fmt: skip
SINCE = Field[Box]("since", "Since", lambda box: box.since, Kind.DAY, entry=Entry())
NAMES = Field[Box]("names", "Names", lambda box: box.names, in_languages=True, entry=Entry(most=5))
SHOWN_ONLY = Field[Box]("shown", "Shown", lambda box: box.name)
BOX = (NAME, COLOUR, SIDES, SINCE, NAMES, SHOWN_ONLY)


def sent(**values: object) -> HttpRequest:
    request = RequestFactory().post("/", {key: value for key, value in values.items() if value is not None})
    request.accede_actor = AMAL  # type: ignore[attr-defined]
    request.session = {}  # type: ignore[assignment]
    request._messages = FallbackStorage(request)  # type: ignore[attr-defined]
    return request


@pytest.fixture(autouse=True)
def as_amal():
    with acting(AMAL):
        yield


def test_a_form_has_the_fields_that_people_fill_in_with_what_stands_there():
    request = RequestFactory().get("/")
    form = FieldsForm(BOX, request, thing=Box("Ark", "red", ("r",), date(2026, 1, 2), Texts({"en": "Ark"})))

    assert [name for name in form.fields if name != TOKEN] == ["name", "colour", "sides", "since", "names"]
    assert [form[name].value() for name in ("name", "colour", "sides", "since")] == ["Ark", "red", ("r",), "2026-01-02"]
    assert form["names"].value() == Texts({"en": "Ark"})


def test_all_that_is_wrong_is_told_at_once_and_what_was_written_stays():
    form = FieldsForm(BOX, sent(name="", colour="green", since="yesterday", **{"names-en": "Much too long"}))

    assert not form.is_valid()
    assert [problem.field for problem in form.problems] == ["name", "colour", "since", "names"]
    assert form["since"].value() == "yesterday"
    assert form["names"].value() == Texts({"en": "Much too long"})


def test_what_was_written_is_read_by_its_field():
    form = FieldsForm(BOX, sent(name=" Ark ", colour="red", sides=["l", "r"], since="2026-01-02", **{"names-ar": "ت"}))

    assert form.is_valid()
    given = form.given
    assert (given.text(NAME), given.texts(SIDES), given.day(SINCE)) == ("Ark", ("l", "r"), date(2026, 1, 2))
    assert given.in_languages(NAMES) == Texts({"ar": "ت"})


def test_a_form_that_is_sent_twice_is_done_once_and_leads_where_it_led():
    done: list[str] = []
    token = str(uuid.uuid4())

    def act() -> str:
        done.append("once")
        return f"/boxes/{len(done)}/"

    answers = []
    for _time in range(2):
        request = sent(name="Ark", **{TOKEN: token})
        answers.append(carry_out(request, FieldsForm(BOX, request), act))

    assert [answer and answer["Location"] for answer in answers] == ["/boxes/1/", "/boxes/1/"]
    assert done == ["once"]


def test_what_could_not_be_done_can_be_sent_again_with_the_same_token():
    token = str(uuid.uuid4())

    def refuse() -> str:
        raise UnableTo({"name": "There is such a box already.", "": "Not today."})

    request = sent(name="Ark", **{TOKEN: token})
    form = FieldsForm(BOX, request)
    assert carry_out(request, form, refuse) is None
    assert [(problem.field, str(problem)) for problem in form.problems] == [
        ("", "Not today."),
        ("name", "There is such a box already."),
    ]
    request = sent(name="Boat", **{TOKEN: token})
    answer = carry_out(request, FieldsForm(BOX, request), lambda: "/boxes/")
    assert answer is not None
    assert answer["Location"] == "/boxes/"


def test_another_persons_token_leads_nowhere_of_theirs():
    token = str(uuid.uuid4())
    request = sent(name="Ark", **{TOKEN: token})
    carry_out(request, FieldsForm(BOX, request), lambda: "/boxes/secret/")

    with acting(Actor(person=uuid.uuid4())):
        assert not Sent.objects.exists()


def test_what_forms_keep_goes_by_itself():
    request = sent(name="Ark", **{TOKEN: str(uuid.uuid4())})
    carry_out(request, FieldsForm(BOX, request), lambda: "/boxes/")

    assert forget_old_forms(at=clock.now()) == 0
    assert forget_old_forms(at=clock.now() + SENT_KEPT + timedelta(hours=1)) == 1


class TestTasks:
    """A long form: each task is kept as it was written, and all are sent together."""

    NAMING = Task("naming", "Name", (NAME, NAMES))
    TIME = Task("time", "Time", (SINCE, COLOUR))
    LONG = TaskList("box", (NAMING, TIME))

    def progress(self) -> list[str]:
        return [one.progress.value for one in self.LONG.shown(asked(), lambda task: f"/box/{task.key}/")]

    def test_what_was_written_is_there_on_another_day_even_if_it_is_wrong(self):
        self.LONG.save(sent(name="", **{"names-en": "Much too long"}), self.NAMING)

        form = self.LONG.form(asked(), self.NAMING)

        assert form["names"].value() == Texts({"en": "Much too long"})
        assert [problem.field for problem in form.problems] == ["name", "names"]
        assert self.progress() == ["begun", "not-begun"]

    def test_it_is_sent_when_all_tasks_are_done(self):
        self.LONG.save(sent(name="Ark"), self.NAMING)
        with pytest.raises(UnableTo, match="Time"):
            TaskList("box", (self.NAMING, Task("more", "Time", (NAME,)))).given(asked())
        self.LONG.save(sent(since="2026-01-02", colour="red"), self.TIME)

        given = self.LONG.given(asked())

        assert (given.text(NAME), given.day(SINCE), given.text(COLOUR)) == ("Ark", date(2026, 1, 2), "red")
        assert self.progress() == ["done", "done"]
        self.LONG.forget(asked())
        assert self.progress() == ["not-begun", "not-begun"]

    def test_nobody_else_sees_what_is_being_written(self):
        self.LONG.save(sent(name="Ark"), self.NAMING)

        with acting(Actor(person=uuid.uuid4())):
            assert not Draft.objects.exists()


def asked() -> HttpRequest:
    request = RequestFactory().get("/")
    request.accede_actor = AMAL  # type: ignore[attr-defined]
    return request
