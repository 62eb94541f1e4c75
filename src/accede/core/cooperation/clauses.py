"""The articles of one instrument by topic, and how they stand in the shipped facts (data/cooperation/clauses.yaml)."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from accede.core.cooperation.effects import Purpose
from accede.core.cooperation.topics import Ground, Topic
from accede.core.explain import Authority


@dataclass(frozen=True, slots=True)
class Clauses:
    """The articles of one instrument by topic.

    Attributes:
        for_assistance: what takes the place of an article where assistance is asked for; None: nothing does.
        existing_only: "any extradition treaty existing … before the entry into force of this Convention": later
            treaties are only to be made to include the offence (Bombings 9(1), Financing 11(1), Nuclear 13(1)).
        must_refuse: a request made in order to persecute shall not be granted (Hostages 9(1)); elsewhere such a
            request only creates no obligation.
        discrimination_covers_mla: whether that rule speaks of mutual legal assistance too.
        grounds: on what account, by that rule.
        assists_investigations: whether assistance is owed in investigations too, not in proceedings alone.
    """

    articles: Mapping[Topic, Authority]
    for_assistance: Mapping[Topic, Authority | None] = field(default_factory=dict)
    existing_only: bool = False
    must_refuse: bool = False
    discrimination_covers_mla: bool = True
    grounds: tuple[Ground, ...] = ()
    assists_investigations: bool = False

    def on(self, topic: Topic) -> Authority | None:
        """Return the article on a topic; None where the text has none."""
        return self.articles.get(topic)

    def read_for(self, purpose: Purpose, own: Mapping[str, str], text: str) -> "Clauses":
        """Return the articles that apply to a purpose and to an offence with articles of its `own` (`Definition`)."""
        found: dict[Topic, Authority | None] = dict(self.articles)
        if purpose is Purpose.MLA:
            found |= self.for_assistance
        found |= {Topic(name): Authority(text, article) if article else None for name, article in own.items()}
        return replace(self, articles={topic: where for topic, where in found.items() if where is not None})


def read_clauses(rows: Iterable[Mapping[str, Any]]) -> Mapping[str, Clauses]:
    """Return the articles by instrument that rows of data/cooperation/clauses.yaml describe."""
    return {row["instrument"]: _clauses(row) for row in rows}


def _clauses(row: Mapping[str, Any]) -> Clauses:
    text = str(row.get("text") or row["instrument"])
    for_assistance = row.get("for_assistance") or {}
    return Clauses(
        articles={Topic(topic): _authority(text, where) for topic, where in row["articles"].items()},
        for_assistance={
            Topic(topic): _authority(text, where) if where else None for topic, where in for_assistance.items()
        },
        existing_only=bool(row.get("existing_only")),
        must_refuse=bool(row.get("must_refuse")),
        discrimination_covers_mla=bool(row.get("discrimination_covers_mla", True)),
        grounds=tuple(Ground(ground) for ground in row.get("grounds") or ()),
        assists_investigations=bool(row.get("assists_investigations")),
    )


def _authority(text: str, where: str) -> Authority:
    """Read an article; the key of the treaty stands before it where it is another than the one of the row."""
    before, _, article = where.partition(" ")
    return Authority(before, article) if _is_key(before) else Authority(text, where)


def _is_key(word: str) -> bool:
    """Tell a key (“SUA-1988”) from the first word of an article (“3(2),”)."""
    return "-" in word
