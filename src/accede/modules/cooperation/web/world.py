"""The network of the world on a day, since 1963, and what changed between two days."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.utils.safestring import SafeString
from django.utils.translation import get_language_info, pgettext
from django.utils.translation import gettext as _

from accede.core.cooperation.effects import Effect
from accede.foundation.access import PUBLIC, opens_to
from accede.foundation.charts import Frame, StepPoint, Words, draw_curve, draw_segments
from accede.foundation.exports import Kind, Link
from accede.foundation.fields import Field
from accede.foundation.listings import (
    LISTED,
    Filter,
    Listing,
    ShownTable,
    answer,
    choice_filter,
    day_order,
    export_links,
    further,
    other_parameters,
    words_filter,
)
from accede.foundation.pages import public_page
from accede.foundation.texts import listed
from accede.modules.cooperation.fields.codes import purpose_words
from accede.modules.cooperation.queries.differences import Cause, CauseKind, GroupDifference, difference
from accede.modules.cooperation.queries.networks import (
    GroupCount,
    Step,
    counts_on,
    history_of,
    partner_counts,
    partners_for_some,
)
from accede.modules.cooperation.web.effects import effect_key, mark_key, mark_of
from accede.modules.cooperation.web.parts import parts
from accede.modules.cooperation.web.question import CooperationPageQuestion, purpose_options
from accede.modules.cooperation.words.groups import OffenceGroup, offence_groups
from accede.modules.cooperation.words.short_words import short_words
from accede.modules.reference.fields.groups import GROUPS

FIRST_DAY = date(1963, 1, 1)
PAIRS = "pairs"
BAR = 60
"""Segments of a bar that shows shares."""


@dataclass(frozen=True, slots=True)
class Row:
    """A group of offences with its numbers."""

    group: OffenceGroup
    count: GroupCount


@dataclass(frozen=True, slots=True)
class ShownGroup:
    """A group as the page shows it: its numbers, a bar of their shares, its curve since 1963."""

    row: Row
    bar: SafeString
    curve: SafeString


@dataclass(frozen=True, slots=True)
class Changed:
    """A group of offences, and what its pairs of States gained or lost between two days."""

    group: OffenceGroup
    entry: GroupDifference


@dataclass(frozen=True, slots=True)
class ShownTile:
    """A State with its partners."""

    code: str
    words: str
    address: str
    count: int
    picture: SafeString


@opens_to(PUBLIC)
@public_page
def world(request: HttpRequest) -> HttpResponseBase:
    """Show how many ordered pairs of States have which strongest basis, group by group, and since 1963."""
    question = CooperationPageQuestion(request, knows=("purpose", "sort", "offence"))
    listing = Listing(request, question, _columns(question), filters=[_offence_filter(question)])
    question.done()
    snapshot, on, purpose = question.snapshot, question.day_asked.on, question.purpose
    groups = offence_groups(snapshot, purpose, question.language)
    rows = [Row(group, count) for group, count in zip(groups, counts_on(snapshot, on, purpose), strict=True)]
    title = _("%(purpose)s: the world on a day") % {"purpose": purpose_words(purpose)}
    if question.format:
        return listing.file(listing.ordered(rows), name="network", title=title, chosen=question.format)
    history = history_of(snapshot, purpose, question.day_asked.today)
    groups_shown = {
        row.group.number: ShownGroup(row, _bar(question, row), _curve(question, row, history[row.count.number]))
        for row in rows
    }
    context = {
        "title": title,
        "tabs": parts(question, "world"),
        "purpose": purpose.value,
        "purposes": purpose_options(),
        "states": len(partners_for_some(snapshot, on, purpose)),
        "offences": len(snapshot.catalogue.offences),
        "cells": sum(row.count.pairs * row.group.size for row in rows),
        "sure": sum(row.count.sure * row.group.size for row in rows),
        "not_known": sum(row.count.not_known * row.group.size for row in rows),
        "groups": list(groups_shown.values()),
        "headings": {heading.key: heading for heading in listing.headings()},
        "filters": listing.form(rows, anchor="groups"),
        "listed_groups": [groups_shown[row.group.number] for row in listing.ordered(rows)],
        "kept": other_parameters(request, "purpose"),
        "tile_groups": _tiles(question),
        "key": effect_key(purpose),
        "marks": mark_key(),
        "first_day": FIRST_DAY,
        "exports": export_links(request),
    }
    return render(request, "cooperation/world.html", context)


def _offence_filter(question: CooperationPageQuestion) -> Filter[Row]:
    return words_filter(
        question,
        "offence",
        _("Words of the offence or the text"),
        lambda row: f"{row.group.label} {row.group.texts} {' '.join(row.group.codes)}",
    )


def _columns(question: CooperationPageQuestion) -> list[Field[Row]]:
    return [
        Field("offence", _("Offences"), lambda row: row.group.label, order=lambda row: row.group.label.casefold()),
        Field("codes", _("Offences (codes)"), lambda row: " ".join(row.group.codes)),
        Field("texts", _("Texts"), lambda row: row.group.texts),
        Field("pairs", _("Ordered pairs"), lambda row: row.count.pairs, Kind.NUMBER),
        Field("sure", _("With a basis"), lambda row: row.count.sure, Kind.NUMBER, lambda row: row.count.sure),
        Field(
            "cannot_say",
            _("Not known, or text not read"),
            lambda row: row.count.not_known,
            Kind.NUMBER,
            lambda row: row.count.not_known,
        ),
        *(_of_effect(Effect(entry.effect)) for entry in effect_key(question.purpose)),
    ]


def _of_effect(effect: Effect) -> Field[Row]:
    return Field(effect.value, short_words(effect), lambda row: row.count.counts.get(effect, 0), Kind.NUMBER)


def _is_mirrored(question: CooperationPageQuestion) -> bool:
    return bool(get_language_info(question.language)["bidi"])


def _bar(question: CooperationPageQuestion, row: Row) -> SafeString:
    """Draw the shares of the effects as one row of segments."""
    marks: list[str] = []
    done = 0
    for effect, count in row.count.counts.items():
        done += count
        marks += [mark_of(effect)] * (round(done / max(row.count.pairs, 1) * BAR) - len(marks))
    return draw_segments(marks, mirrored=_is_mirrored(question))


def _curve(question: CooperationPageQuestion, row: Row, steps: tuple[Step, ...]) -> SafeString:
    top = max((step.sure + step.not_known for step in steps), default=1)
    frame = Frame(
        FIRST_DAY,
        question.day_asked.today,
        top=max(top, 38_000),
        width=160,
        height=56,
        mirrored=_is_mirrored(question),
    )
    words = Words(
        f"history-{row.group.number}",
        title=_("%(offences)s: ordered pairs with a basis since 1963") % {"offences": row.group.label},
        description=_("On the day: %(sure)s. Not known: %(not_known)s.")
        % {"sure": row.count.sure, "not_known": row.count.not_known},
    )
    points = [StepPoint(step.on, step.sure, step.not_known) for step in steps]
    return draw_curve(points, frame, words, day=question.day_asked.on)


def _tiles(question: CooperationPageQuestion) -> list[tuple[str, str, list[ShownTile]]]:
    """Return the States by regional group, alphabetically, each with the number of its partners."""
    on, states = question.day_asked.on, question.register.states
    some = partners_for_some(question.snapshot, on, question.purpose)
    by_group = partner_counts(question.snapshot, on, question.purpose)
    found: dict[str, list[ShownTile]] = {key: [] for key in (*GROUPS, "")}
    for code in sorted(some, key=lambda code: states[code].order(question.language)):
        numbers = by_group[code]
        fills = ["mark-full" if 2 * number >= len(some) else "mark-open" if number else "" for number in numbers]
        words = _("%(code)s %(name)s – partners with a basis for at least one offence: %(count)s") % {
            "code": code,
            "name": states[code].name(question.language),
            "count": some[code],
        }
        tile = ShownTile(
            code,
            words,
            question.here("cooperation:state-detail", code),
            some[code],
            draw_segments(fills, mirrored=_is_mirrored(question)),
        )
        found[states[code].group_on(on) or ""].append(tile)
    labels = {**{key: str(words) for key, words in GROUPS.items()}, "": _("In no regional group")}
    return [(key or "none", labels[key], tiles) for key, tiles in found.items() if tiles]


@opens_to(PUBLIC)
@public_page
def differences(request: HttpRequest) -> HttpResponseBase:
    """Show what changed in the network from another day to the day of the page, and by which events."""
    question = CooperationPageQuestion(
        request, knows=("and", "purpose", *LISTED, *further(PAIRS), "pairs-offence", "states", "what", "text")
    )
    question.choice("table", (PAIRS,))
    listing = Listing(request, question, _cause_columns(question), filters=_cause_filters(question))
    pairs = Listing(request, question, _pair_columns(), table=PAIRS, filters=[_pair_filter(question)])
    first = question.day(question.text("and"))
    on = question.day_asked.on
    if first is not None and first >= on:
        question.problems.append(
            _("The earlier day, %(first)s, is not before %(second)s. Change one of the two.")
            % {"first": first.isoformat(), "second": on.isoformat()}
        )
    question.done()
    found = difference(question.snapshot, first, on, question.purpose) if first else None
    title = _("%(purpose)s: what changed between two days") % {"purpose": purpose_words(question.purpose)}
    groups = offence_groups(question.snapshot, question.purpose, question.language)
    changed = [Changed(groups[entry.number], entry) for entry in found.groups if _differs(entry)] if found else []
    if pairs.format:
        return pairs.file(pairs.ordered(changed), name="network-pairs", title=title, chosen=pairs.format)

    def page(table: ShownTable) -> HttpResponse:
        context = {
            "title": title,
            "tabs": parts(question, "differences"),
            "purpose": question.purpose.value,
            "purposes": purpose_options(),
            "first": first,
            "first_text": first.isoformat() if first else "",
            "found": found,
            "pairs": pairs.further(changed),
            "kept": other_parameters(request, "and", "purpose"),
            "table": table,
        }
        return render(request, "cooperation/differences.html", context)

    causes = found.causes if found else ()
    return answer(listing, causes, name="network-changes", title=title, page=page)


def _differs(entry: GroupDifference) -> bool:
    return bool(entry.gained or entry.lost or entry.other)


def _pair_filter(question: CooperationPageQuestion) -> Filter[Changed]:
    return words_filter(
        question,
        "pairs-offence",
        _("Words of the offence or the text"),
        lambda row: f"{row.group.label} {row.group.texts} {' '.join(row.group.codes)}",
    )


def _pair_columns() -> list[Field[Changed]]:
    def number(key: str, label: str, count: Callable[[GroupDifference], int]) -> Field[Changed]:
        return Field(key, label, lambda row: count(row.entry), Kind.NUMBER, lambda row: count(row.entry))

    return [
        Field("offence", _("Offences"), lambda row: row.group.label, order=lambda row: row.group.label.casefold()),
        Field("codes", _("Offences (codes)"), lambda row: " ".join(row.group.codes), in_files_only=True),
        Field("texts", _("Texts"), lambda row: row.group.texts, in_files_only=True),
        number("gained", _("Gained a basis"), lambda entry: entry.gained),
        number("lost", _("Lost it"), lambda entry: entry.lost),
        number("other", _("Another basis, or more or less known"), lambda entry: entry.other),
    ]


def _cause_filters(question: CooperationPageQuestion) -> list[Filter[Cause]]:
    kinds = {kind.value: cause_words(kind) for kind in CauseKind}

    def states(cause: Cause) -> str:
        return " ".join(f"{question.state_name(code)} {code}" for code in cause.states)

    return [
        words_filter(question, "states", _("State (name or code)"), states),
        choice_filter(question, "what", _("What happened"), kinds, lambda cause: cause.kind.value),
        words_filter(
            question, "text", _("Treaty"), lambda cause: f"{question.speaker.treaty(cause.treaty)} {cause.treaty}"
        ),
    ]


def cause_words(kind: CauseKind) -> str:
    """Return what happened, in words."""
    words = {
        CauseKind.BOUND: _("Became bound"),
        CauseKind.NO_LONGER_BOUND: _("No longer bound"),
        CauseKind.NOT_KNOWN: _("From this day not known to be bound"),
        CauseKind.TREATY_BEGAN: _("A treaty between the two began to count"),
        CauseKind.TREATY_ENDED: _("A treaty between the two ended"),
    }
    return words[kind]


def _cause_columns(question: CooperationPageQuestion) -> list[Field[Cause]]:
    register = question.register

    def subject(cause: Cause) -> Link:
        words, key = question.speaker.treaty(cause.treaty), cause.treaty
        if key in register.instruments:
            return Link(words, question.here("treaties:record-detail", cause.states[0], key))
        return Link(words, question.here("cooperation:treaty-detail", key))

    def names(cause: Cause) -> str:
        return listed(question.state_name(code) for code in cause.states)

    return [
        Field("states", _("States"), names, order=names),
        Field("on", _("Day"), lambda cause: cause.on, Kind.DAY, lambda cause: day_order(cause.on)),
        Field("what", _("What happened"), lambda cause: cause_words(cause.kind), order=lambda cause: cause.kind),
        Field("treaty", _("Treaty"), subject, Kind.LINK),
        Field(
            "opened",
            pgettext("legal bases", "Opened"),
            lambda cause: cause.opened,
            Kind.NUMBER,
            lambda cause: cause.opened,
        ),
        Field(
            "closed",
            pgettext("legal bases", "Closed"),
            lambda cause: cause.closed,
            Kind.NUMBER,
            lambda cause: cause.closed,
        ),
    ]
