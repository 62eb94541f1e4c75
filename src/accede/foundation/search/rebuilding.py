"""The whole index made anew: after a release, after facts were loaded, and when somebody asks for it."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from django.db import transaction

from accede.foundation.access import SYSTEM
from accede.foundation.access.acting import acting
from accede.foundation.search.kinds import Kind, kinds
from accede.foundation.search.models import IndexEntry, IndexState
from accede.foundation.search.writing import Row, drop, put_rows, row_of


@dataclass(frozen=True, slots=True)
class Made:
    """What making the index anew did to one kind: how many entries there are, came or changed, and went."""

    kind: str
    there: int
    changed: int
    gone: int


def rebuild_unless_made_of(made_of: str) -> list[Made]:
    """Make the index anew unless it was made of just this before; to be called as the owner of the tables."""
    if IndexState.objects.filter(made_of=made_of).exists():
        return []
    return rebuild(made_of=made_of)


def rebuild(*, made_of: str = "", of: Collection[str] = ()) -> list[Made]:
    """Bring the index to what there is, of some kinds or of all, writing only what differs.

    To be called as the owner of the tables. `made_of`: what is written down, so that it need not be made again.
    """
    with transaction.atomic(), acting(SYSTEM, confined=False):
        IndexEntry.objects.exclude(kind__in=[kind.key for kind in kinds()]).delete()
        made = []
        for kind in kinds():
            if of and kind.key not in of:
                continue
            there = dict(IndexEntry.objects.filter(kind=kind.key).values_list("key", "digest"))
            keys: set[str] = set()
            changed = put_rows(_differing(kind, there, keys))
            gone = there.keys() - keys
            drop(kind.key, gone)
            made.append(Made(kind.key, len(keys), len(changed), len(gone)))
        if made_of:
            IndexState.objects.update_or_create(id=1, defaults={"made_of": made_of})
    return made


def _differing(kind: Kind, there: Mapping[str, str], keys: set[str]) -> Iterator[Row]:
    """Yield the rows that are not there as they are now; put the keys of all into `keys`."""
    for entry in kind.entries(None):
        row = row_of(kind, entry)
        keys.add(row.key)
        if there.get(row.key) != row.digest:
            yield row


def differences() -> list[str]:
    """Return what of the index is otherwise than it would be if made anew; as the owner of the tables."""
    with acting(SYSTEM, confined=False):
        found = []
        for kind in kinds():
            wanted = {entry.key: row_of(kind, entry).digest for entry in kind.entries(None)}
            there = dict(IndexEntry.objects.filter(kind=kind.key).values_list("key", "digest"))
            different = (key for key in wanted.keys() | there.keys() if wanted.get(key) != there.get(key))
            found += sorted(f"{kind.key} {key}" for key in different)
        return found
