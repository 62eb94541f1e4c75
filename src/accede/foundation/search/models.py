"""The index: an entry for each thing that can be found, and the words of the names that everybody may see."""

from typing import ClassVar
from uuid import UUID

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVectorField
from django.db import models


class IndexEntry(models.Model):
    """What can be found of one thing.

    `words` holds its words, and besides, with a stroke in them as no word has: its kind, its symbols and their ends,
    its whole names, and who may see it. So the index itself leaves out what a reader may not see, before anything is
    counted; a policy of rows would keep the index from being used, since `@@` is not leakproof. The table is closed to
    the web role: `accede_find` opens it, and asks the transaction in whose name it runs.
    """

    kind = models.TextField()
    key = models.TextField()
    place = models.SmallIntegerField()
    titles = models.JSONField()
    texts = models.JSONField()
    level = models.TextField()
    owner = models.TextField()
    readers: "ArrayField[list[UUID], list[UUID]]" = ArrayField(models.UUIDField(), default=list)
    digest = models.CharField(max_length=24)
    words = SearchVectorField()

    rights_of_the_web: ClassVar[str] = ""

    class Meta:
        """Constraints in the database."""

        constraints = [models.UniqueConstraint(fields=["kind", "key"], name="index_entry_is_of_one_thing")]
        # Without the list of what waits to go into the index, which each search would read from end to end.
        indexes = [GinIndex(fields=["words"], name="index_entry_words", fastupdate=False)]

    def __str__(self) -> str:
        return f"{self.kind} {self.key}"


class IndexWord(models.Model):
    """A word of a name that everybody may see: what a word that is written otherwise may have been meant to be."""

    word = models.TextField(primary_key=True)

    rights_of_the_web: ClassVar[str] = "select"

    class Meta:
        """Trigrams find what is nearly the same."""

        indexes = [GinIndex(fields=["word"], name="index_word_trigrams", opclasses=["gin_trgm_ops"])]

    def __str__(self) -> str:
        return self.word


class IndexState(models.Model):
    """Of what the index was last made in whole: one row."""

    id = models.SmallIntegerField(primary_key=True, default=1)
    made_of = models.TextField()

    rights_of_the_web: ClassVar[str] = "select"

    class Meta:
        """Constraints in the database."""

        constraints = [models.CheckConstraint(condition=models.Q(id=1), name="index_state_is_one_row")]

    def __str__(self) -> str:
        return self.made_of
