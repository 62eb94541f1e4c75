"""One listing over rows in memory and over rows of a table: the same filters, order, pages and files."""

import csv
import io
import uuid
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.db import connection
from django.http import HttpRequest
from django.test import RequestFactory
from django.test.utils import CaptureQueriesContext

from accede.foundation.access import SYSTEM
from accede.foundation.access.acting import acting
from accede.foundation.exports import Column, Format, Kind, Table
from accede.foundation.exports.formats import pieces
from accede.foundation.fields import Field
from accede.foundation.forms.models import Draft
from accede.foundation.listings import ListPage, ListQuestion, Rows, RowsOfTable, field_filters, page_of_rows, rows
from accede.foundation.listings.rows import RowsInMemory
from accede.foundation.pages import BadInput

pytestmark = pytest.mark.django_db
AT = datetime(2026, 12, 1, 9, 0, tzinfo=UTC)
FORMS = {"red": "The red form", "blue": "The blue form"}
FORM = Field[Draft]("form", "Form", lambda row: row.form, column=Draft.form, choices=FORMS, is_filter=True,
                    order=lambda row: row.form)  # fmt: skip
PERSON = Field[Draft]("person", "Person", lambda row: row.person, column=Draft.person)
CHANGED = Field[Draft]("changed", "Changed", lambda row: row.changed_at, Kind.DAY, column=Draft.changed_at,
                       order=lambda row: row.changed_at)  # fmt: skip
FIELDS = (FORM, PERSON, CHANGED)


@pytest.fixture(autouse=True)
def in_the_products_name():
    with acting(SYSTEM):
        yield


def drafts(number: int = 7) -> list[Draft]:
    return Draft.objects.bulk_create(
        Draft(person=uuid.UUID(int=one), form="red" if one % 3 else "blue", changed_at=AT - timedelta(days=one))
        for one in range(number)
    )


def both() -> list[Rows[Draft]]:
    stored = Draft.objects.order_by("-changed_at", "pk")
    return [RowsInMemory(tuple(stored)), RowsOfTable(stored, lambda found: found)]


def asked(address: str) -> HttpRequest:
    request = RequestFactory().get(address)
    request.accede_actor = SYSTEM  # type: ignore[attr-defined]
    return request


def answer(address: str, found: Rows[Draft]) -> Any:
    return ListPage[Draft](name="drafts", title="Drafts", empty="Write one.").answer(asked(address), FIELDS, found)


def csv_rows(response: Any) -> list[list[str]]:
    body = b"".join(response) if response.streaming else response.content
    return list(csv.reader(io.StringIO(body.decode("utf-8-sig"))))


@pytest.mark.parametrize("address", ["/?format=csv", "/?format=csv&form=blue", "/?format=csv&sort=-changed"])
def test_files_of_both_kinds_of_rows_are_the_same(address):
    drafts()
    in_memory, stored = (csv_rows(answer(address, found)) for found in both())

    assert in_memory == stored
    assert stored[0] == ["Form", "Person", "Changed"]
    assert stored[1][0] in FORMS.values()
    assert len(stored) == (4 if "blue" in address else 8)


TEXTS = (
    "=1+1",
    "+1",
    "-1",
    "@x",
    "\t=1",
    "\r",
    'a "b"',
    "a, b",
    "a\nb",
    "a\r\n=b",
    " a ",
    "",
    "100 %",
    "\\.",
    "'=1",
    "نص، آخر",
)


@pytest.mark.parametrize("choices", [None, {"a, b": "=label", "": "(none)", "100 %": "100 %s"}], ids=["text", "codes"])
def test_the_database_writes_the_bytes_that_we_write(choices):
    Draft.objects.bulk_create(
        Draft(person=uuid.UUID(int=number), form=text, changed_at=AT.replace(hour=23, minute=30, year=900 + number))
        for number, text in enumerate(TEXTS)
    )
    form = Field[Draft]("form", "Form", lambda row: row.form, column=Draft.form, choices=choices)
    stored = RowsOfTable(Draft.objects.order_by("person"), lambda found: found)
    fields = (form, PERSON, CHANGED)
    columns = [Column(field.key, str(field.label), field.kind) for field in fields]
    table = Table(name="drafts", title="Drafts", columns=columns, rows=stored.cells(fields))

    by_us = b"".join(pieces(table, Format.CSV))
    by_the_database = b"".join(pieces(replace(table, lines=stored.lines(fields)), Format.CSV))

    assert len(by_us) > 500
    assert by_the_database == by_us


@pytest.mark.parametrize("sort", ["form", "-form", "changed", "-changed"])
def test_rows_of_both_kinds_come_in_the_same_order(sort):
    drafts()
    field = FORM if "form" in sort else CHANGED
    in_memory, stored = (
        [field.value(row) for row in found.sorted_by(field, descending=sort[0] == "-").part(0, 9)] for found in both()
    )

    assert in_memory == stored


def test_a_page_costs_the_same_queries_however_many_rows_there_are():
    counts = []
    for number in (3, 60):
        Draft.objects.all().delete()
        drafts(number)
        with CaptureQueriesContext(
            connection,
        ) as queries:
            page_of_rows(both()[1], request=asked("/"), per_page=20)
        counts.append(len(queries))

    assert counts[1] <= 3


def test_what_fits_on_the_page_is_not_counted_again():
    drafts(3)
    stored = RowsOfTable(Draft.objects.order_by("pk"), lambda found: found)

    with CaptureQueriesContext(connection) as queries:
        page = page_of_rows(stored, request=asked("/"))

    assert (page.count, page.is_counted, page.pages, len(queries)) == (3, True, 1, 1)


def test_long_tables_are_counted_as_far_as_it_is_worth_it(monkeypatch):
    drafts(12)
    monkeypatch.setattr(rows, "MOST_COUNTED", 10)
    stored = RowsOfTable(Draft.objects.order_by("pk"), lambda found: found)

    first, last = (page_of_rows(stored, request=asked(f"/?page={page}"), per_page=5) for page in (1, 3))

    assert (first.count_words, first.pages, bool(first.next)) == ("more than 10", 0, True)
    assert (len(last.items), last.count, last.is_counted, last.next) == (2, 12, True, "")
    with pytest.raises(BadInput):
        page_of_rows(stored, request=asked("/?page=9"), per_page=5)


def test_a_filter_of_a_table_offers_all_its_words_and_of_rows_in_memory_those_that_occur():
    drafts(1)
    in_memory, stored = both()

    (one,) = field_filters(ListQuestion(asked("/"), knows=["form"]), FIELDS)
    assert list(in_memory.values(one)) == ["blue"]
    assert list(stored.values(one)) == ["red", "blue"]


def test_an_unknown_choice_and_an_unknown_column_are_told_at_once():
    with pytest.raises(BadInput) as wrong:
        answer("/?form=green&sort=colour&stray=1", both()[1])

    assert len(wrong.value.problems) == 3


def test_facts_are_made_piece_by_piece_where_a_field_has_no_column(monkeypatch):
    drafts(5)
    monkeypatch.setattr(rows, "_CHUNK", 2)
    pieces: list[int] = []

    def facts(found: Sequence[Draft]) -> Sequence[Draft]:
        pieces.append(len(found))
        return found

    stored = RowsOfTable(Draft.objects.order_by("pk"), facts)
    no_column = Field[Draft]("twice", "Twice", lambda row: row.form * 2)

    assert len(list(stored.cells((FORM, no_column)))) == 5
    assert pieces == [2, 2, 1]
