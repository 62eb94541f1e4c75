"""Every workflow is held by the database as its table says, and has a command for each of its steps."""

from collections.abc import Iterable, Iterator
from enum import StrEnum

import click
import pytest
from django.db import connection, models

from accede.core.workflow import Step, Workflow
from accede.foundation.access import SYSTEM
from accede.foundation.workflow.models import Staged
from accede.site.workflows import WORKFLOWS


class Light(StrEnum):
    RED = "red"
    GREEN = "green"


def table(*steps: "Step[Light, None]") -> "Workflow[Light, None]":
    return Workflow("light", Light, Light.RED, steps)


def held(model: type[models.Model]) -> list[tuple[str, ...]]:
    """Return what the triggers of a table were told: where rows begin, and along which edges they go."""
    with connection.cursor() as cursor:
        cursor.execute(
            "select t.tgargs from pg_trigger t join pg_proc p on p.oid = t.tgfoid"
            " where t.tgrelid = %s::regclass and p.proname = 'accede_follows_workflow' and t.tgenabled = 'O'",
            [model._meta.db_table],
        )
        return [tuple(bytes(row[0]).decode().rstrip("\0").split("\0")) for row in cursor.fetchall()]


def told(workflow: "Workflow[Light, None]") -> tuple[str, ...]:
    return (workflow.start.value, *workflow.edges())


def without_a_command(steps: Iterable[str], group: click.Group) -> Iterator[str]:
    names = set(group.list_commands(click.Context(group)))
    return (step for step in steps if step not in names)


@pytest.mark.django_db
@pytest.mark.parametrize("worked", WORKFLOWS, ids=lambda worked: worked.flow.table.key)
def test_the_database_holds_the_table(worked):
    assert held(worked.flow.rows(SYSTEM).model) == [told(worked.flow.table)]


@pytest.mark.parametrize("worked", WORKFLOWS, ids=lambda worked: worked.flow.table.key)
def test_every_step_has_a_command(worked):
    assert list(without_a_command([step.key for step in worked.flow.table.steps], worked.commands)) == []


def test_a_step_without_a_command_is_seen():
    assert list(without_a_command(["confirm", "dance"], WORKFLOWS[0].commands)) == ["dance"]


@pytest.mark.django_db
def test_another_table_than_the_one_that_the_database_holds_is_seen():
    other = table(Step("go", (Light.RED,), Light.GREEN, "light.switch"))

    assert held(WORKFLOWS[0].flow.rows(SYSTEM).model) != [told(other)]


@pytest.mark.django_db
def test_every_staged_table_follows_a_workflow():
    from django.apps import apps  # noqa: PLC0415  (needs the apps)

    staged = [model for model in apps.get_models() if issubclass(model, Staged)]

    assert staged
    assert [model for model in staged if not held(model)] == []


GO: "Step[Light, None]" = Step("go", (Light.RED,), Light.GREEN, "light.switch")
BACK: "Step[Light, None]" = Step("back", (Light.GREEN,), Light.RED, "light.switch")


@pytest.mark.parametrize(
    ("steps", "words"),
    [
        ((GO, GO), "two steps have one key"),
        ((), "nothing leads to green"),
        ((GO, Step("stay", (Light.RED,), Light.RED, "light.switch")), "from red to itself"),
        ((GO, Step("jump", (Light.RED,), Light.GREEN, "light.switch", not_by="made_by")), "bar different persons"),
    ],
)
def test_a_table_that_cannot_be_is_refused(steps, words):
    with pytest.raises(ValueError, match=words):
        table(*steps)


def test_a_table_says_its_edges_with_who_is_barred():
    barred: Step[Light, None] = Step("go", (Light.RED,), Light.GREEN, "light.switch", not_by="made_by")

    assert table(barred, BACK).edges() == ("green>red", "red>green!made_by")
