"""The gates of a resolution, read from the facts that ship."""

from collections.abc import Mapping
from typing import Any

from accede.core.assistance.gate_facts import Strength
from accede.core.assistance.gates import TABLE, Rule, With
from accede.core.explain import Authority


def rules_in(document: Mapping[str, Any]) -> tuple[Rule, ...]:
    """Return the gates that a document of `data/assistance` sets, in its order.

    Raises:
        ValueError: it names a gate that there is not, or one twice in the same paragraph.
    """
    found = tuple(_rule(document["symbol"], one) for one in document["gates"])
    if unknown := {rule.code for rule in found} - TABLE.keys():
        raise ValueError(f"{document['symbol']}: no such gate: {', '.join(sorted(unknown))}")
    keys = [(rule.code, rule.clause.article) for rule in found]
    if len(set(keys)) != len(keys):
        raise ValueError(f"{document['symbol']}: a gate stands twice in one paragraph")
    return found


def _rule(symbol: str, one: Mapping[str, Any]) -> Rule:
    return Rule(
        code=one["code"],
        key=one["key"],
        clause=Authority(symbol, one["paragraph"]),
        supplied_by=one["supplied_by"],
        may_be_excepted=one["may_be_excepted"],
        coordination=tuple(
            With(each["paragraph"], Strength(each["strength"]), tuple(each["bodies"])) for each in one.get("with", ())
        ),
        words=tuple(one.get("words", ())),
    )
