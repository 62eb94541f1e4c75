"""Proposes which rows may be one person, and says why. Nothing is merged here: a person decides."""

from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import NDArray

from accede.core.training.matching.comparing import Pairs, Register, compared, ready
from accede.core.training.matching.rows import PersonName, Proposal, Reason
from accede.core.training.matching.weighing import HOPELESS, WEIGHTS, Facts, learned, name_terms, weighed

SURE = 3.0
TO_LOOK_AT = -4.5


class _Gathered:
    """The pairs of all States that are not hopeless."""

    def __init__(self, register: Register, facts: Facts, sheet: NDArray[np.bool_]) -> None:
        found: list[Pairs] = []
        for members in register.states:
            pairs = compared(register, members, sheet) if sheet[members].any() else None
            if pairs is not None:
                pairs = pairs.only(~facts.are_two_persons(pairs))
                found.append(pairs.only(weighed(name_terms(facts, pairs)) > HOPELESS))
        self.pairs = Pairs.joined(found)
        self.terms = name_terms(facts, self.pairs)
        named = weighed(self.terms)
        for _ in range(2):
            total = named + self.terms.get("organisation", 0.0) + self.terms.get("post", 0.0)
            likely = 1 / (1 + np.exp2(-total))
            for name, values in (("organisation", facts.organisations), ("post", facts.posts)):
                without = total - self.terms.get(name, 0.0)
                self.terms[name] = learned(values, self.pairs, np.minimum(likely, 1 / (1 + np.exp2(-without))))
        self.weight = weighed(self.terms)


def propose(rows: Sequence[PersonName], *, register: Sequence[PersonName] = ()) -> list[Proposal]:
    """Return which rows may be one person, the likeliest first.

    Without `register` all rows are compared with one another; with it each row of the sheet `rows` with the
    register's and with the sheet's own. Rows of different States, and rows of one event, are never proposed. What is
    proposed does not depend on the order of the rows. ValueError where two rows have one key.
    """
    everything = [*register, *rows]
    if len({row.key for row in everything}) < len(everything):
        raise ValueError("Two rows have the same key; give each row a key of its own.")
    if len(everything) < 2:
        return []
    of_sheet = {row.key for row in rows}
    prepared = ready(everything)
    sheet = np.array([row.key in of_sheet for row in prepared.rows])
    facts = Facts(prepared.rows, prepared.initials)
    gathered = _Gathered(prepared, facts, sheet)
    chosen = np.flatnonzero(gathered.weight >= TO_LOOK_AT)
    chosen = chosen[np.lexsort((gathered.pairs.b[chosen], gathered.pairs.a[chosen], -gathered.weight[chosen]))]
    return list(_told(prepared, gathered, chosen))


def _told(register: Register, gathered: _Gathered, chosen: Iterable[int]) -> Iterable[Proposal]:
    texts = register.words.texts
    readings = register.texts_by_row()
    for at in chosen:
        one, other = register.rows[gathered.pairs.a[at]], register.rows[gathered.pairs.b[at]]
        weight = float(gathered.weight[at])
        terms = {name: float(column[at]) for name, column in gathered.terms.items()}
        steps = [step for step in gathered.pairs.steps[at] if step[0] >= 0]
        shared = [(texts[int(step[0])], texts[int(step[1])], float(step[2]), float(step[3])) for step in steps]
        reasons = (
            *_of_parts(shared),
            *_left_over(shared, terms, readings(one), readings(other)),
            *_beside(one, other, terms),
        )
        told = tuple(sorted(reasons, key=lambda reason: (-abs(reason.weight), reason.code, reason.a, reason.b)))
        yield Proposal(one.key, other.key, "sure" if weight >= SURE else "to look at", round(weight, 2), told)


def _of_parts(shared: Sequence[tuple[str, str, float, float]]) -> Iterable[Reason]:
    extra = (0.0, WEIGHTS["two"], WEIGHTS["three"])
    for at, (a, b, like, bits) in enumerate(shared):
        weight = WEIGHTS["bits"] * bits + WEIGHTS["unlike"] * (1 - like) + (extra[at] if at < len(extra) else 0.0)
        yield Reason("same_part" if a == b else "like_part", round(weight, 2), a, b)


def _left_over(
    shared: Sequence[tuple[str, str, float, float]],
    terms: dict[str, float],
    parts_a: Sequence[str],
    parts_b: Sequence[str],
) -> Iterable[Reason]:
    a = " ".join(part for part in parts_a if part not in {one for one, _, _, _ in shared})
    b = " ".join(part for part in parts_b if part not in {one for _, one, _, _ in shared})
    against = sum(WEIGHTS[name] * terms[name] for name in ("other", "more_other", "may_have_married"))
    if terms["other"]:
        yield Reason("other_part", round(against, 2), a, b)
    if terms["missing"] or terms["initials"]:
        weight = WEIGHTS["missing"] * terms["missing"] + WEIGHTS["initials"] * terms["initials"]
        yield Reason("missing_part", round(weight, 2), "" if terms["other"] else a, "" if terms["other"] else b)


def _beside(one: PersonName, other: PersonName, terms: dict[str, float]) -> Iterable[Reason]:
    years = (str(one.birth_year or ""), str(other.birth_year or ""))
    for code in ("same_birth_year", "near_birth_year", "other_birth_year"):
        if terms[code]:
            yield Reason(code, WEIGHTS[code], *years)
    for code in ("same_sex", "other_sex"):
        if terms[code]:
            yield Reason(code, WEIGHTS[code], one.sex, other.sex)
    for name, a, b in (("organisation", one.organisation, other.organisation), ("post", one.post, other.post)):
        if weight := round(WEIGHTS[name] * terms[name], 2):
            yield Reason(f"same_{name}" if weight > 0 else f"other_{name}", weight, a, b)
    yield Reason("namesakes", round(WEIGHTS["namesakes"] * terms["namesakes"] + WEIGHTS["base"], 2))
