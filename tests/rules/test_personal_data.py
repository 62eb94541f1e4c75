"""Each column that may say something of a person has a line on the page of personal data: how long, and how it goes."""

import re
from collections.abc import Iterable, Iterator

import pytest
from django.apps import apps
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.test.utils import isolate_apps

from accede.modules.identity.models import Person
from tests.rules import codebase

PAGE = codebase.ROOT / "docs" / "operations" / "personal-data.md"
_LINE = re.compile(r"^\| `([\w.]+)` \| ([^|]+) \| ([^|]+) \| ([^|]+) \|$", re.MULTILINE)
_NAMES = {"person", "readers", "ip", "user_agent", "last_login", "session_data"}
#: Bodies and things have names too; these are of people.
_NAMED = {"identity.Person.name", "identity.Invitation.name"}


def told() -> dict[str, tuple[str, str]]:
    """Return what the page says of each column: how long it is kept, and how it is erased."""
    return {
        f"{table}.{column}": (kept.strip(), erased.strip())
        for table, columns, kept, erased in _LINE.findall(PAGE.read_text("utf-8"))
        for column in re.findall(r"`(\w+)`", columns)
    }


def of_people(tables: Iterable[type[models.Model]]) -> Iterator[str]:
    """Yield the columns that look as if they were of people: addresses, keys of people, who did it."""
    for table in tables:
        for column in table._meta.concrete_fields:
            is_key = isinstance(column, models.UUIDField | models.TextField)
            key = f"{table._meta.label}.{column.name}"
            if (
                isinstance(column, models.EmailField | models.GenericIPAddressField)
                or column.related_model is Person
                or column.name in _NAMES
                or key in _NAMED
                or (isinstance(column, ArrayField) and isinstance(column.base_field, models.UUIDField))
                or (is_key and column.name.endswith("_by"))
            ):
                yield key


def test_every_column_that_is_of_people_has_its_line():
    assert sorted(set(of_people(apps.get_models())) - set(told())) == []


def test_the_page_names_columns_that_there_are():
    known = {f"{table._meta.label}.{column.name}" for table in apps.get_models() for column in table._meta.fields}

    assert sorted(set(told()) - known) == []


def test_every_line_says_how_long_and_how():
    assert [key for key, words in told().items() if not all(words)] == []


@isolate_apps("accede.modules.identity")
@pytest.mark.parametrize("column", [models.EmailField(), models.UUIDField()])
def test_a_column_without_a_line_is_seen(column):
    class Planted(models.Model):
        asked_by = column

        class Meta:
            app_label = "identity"

    assert list(of_people([Planted])) == ["identity.Planted.asked_by"]
