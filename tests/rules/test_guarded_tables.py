"""Every table of ours is guarded row by row, or says why it need not be."""

from collections.abc import Iterable, Iterator

import pytest
from django.apps import apps
from django.db import models

from accede.foundation.access.protecting import protected_tables, unprotected
from accede.foundation.access.tables import Guarded

PUBLIC_FACTS = "public facts"
BEFORE_ANYBODY_IS_KNOWN = "read before anybody is known; its queries filter"
OPEN = {
    "reference": PUBLIC_FACTS,
    "treaties": "public facts, but for proposals, which are guarded",
    "mandates": PUBLIC_FACTS,
    "cooperation.BilateralReport": PUBLIC_FACTS,
    "cooperation.NationalRule": PUBLIC_FACTS,
    "cooperation.RegionalReport": PUBLIC_FACTS,
    "cooperation.RegionalTreaty": PUBLIC_FACTS,
    "identity.Person": BEFORE_ANYBODY_IS_KNOWN,
    "identity.Organisation": "names of bodies, shown in sentences of the record; its queries filter",
    "identity.OrganisationRole": "what bodies are to the programme; its queries filter by the body",
    "resources.Fund": PUBLIC_FACTS,
    "resources.ExchangeRate": PUBLIC_FACTS,
    "resources.Balance": "holds sums for the trigger that keeps them, and is closed to pages",
    "search.IndexEntry": "closed to pages but for a function that shows whoever acts what they may see",
    "search.IndexWord": "words of names that everybody may see",
    "search.IndexState": "holds a digest of the program",
    "audit.Link": "holds numbers and hashes, and is closed to pages",
}
"""Tables, or whole modules, whose rows are not guarded, and why."""


def unexplained(tables: Iterable[type[models.Model]]) -> Iterator[str]:
    """Yield the tables of ours that are neither guarded nor explained."""
    for table in tables:
        label, app = table._meta.label, table._meta.app_label
        is_ours = table.__module__.startswith("accede.")
        if is_ours and not issubclass(table, Guarded) and label not in OPEN and app not in OPEN:
            yield label


def test_every_table_is_guarded_or_says_why_not():
    assert list(unexplained(apps.get_models())) == []


def test_a_table_that_says_nothing_is_seen():
    class Stray(models.Model):
        class Meta:
            app_label = "identity"
            managed = False

    Stray.__module__ = "accede.modules.identity.models.stray"
    try:
        assert list(unexplained([Stray])) == ["identity.Stray"]
    finally:
        del apps.all_models["identity"]["stray"]


@pytest.mark.django_db
def test_what_is_guarded_is_guarded_by_the_database_too():
    assert len(protected_tables()) >= 6
    assert unprotected() == []


def test_reasons_are_given_for_tables_that_there_are():
    labels = {table._meta.label for table in apps.get_models()} | {config.label for config in apps.get_app_configs()}

    assert set(OPEN) <= labels
