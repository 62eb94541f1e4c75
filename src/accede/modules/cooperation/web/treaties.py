"""Treaties beside the nineteen, bilateral and regional, and what the laws of States say: each with its sources."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.utils.translation import gettext as _

from accede.core.cooperation.agreements import Agreement, Membership, Serves, Status
from accede.core.cooperation.national_rules import NationalRule, Nationals, Needs
from accede.foundation.access import PUBLIC, opens_to
from accede.foundation.exports import Kind, Link
from accede.foundation.fields import Field
from accede.foundation.listings import (
    LISTED,
    Filter,
    Listing,
    Option,
    ShownTable,
    answer,
    choice_filter,
    day_order,
    export_links,
    words_filter,
)
from accede.foundation.pages import NotHere, public_page
from accede.foundation.pages.parameters import shortened
from accede.foundation.texts import listed
from accede.modules.cooperation.fields.codes import SERVES, STATUSES, serves_words, status_words
from accede.modules.cooperation.queries.imports import retractions_of_treaties
from accede.modules.cooperation.queries.treaties_beside import (
    AgreementFilter,
    RegionalLine,
    agreements_listed,
    regionals_listed,
    reports_noted,
    rules_listed,
)
from accede.modules.cooperation.web.national_rules import nationals_words, needs_words
from accede.modules.cooperation.web.opinions import source_links
from accede.modules.cooperation.web.parts import parts
from accede.modules.cooperation.web.question import CooperationPageQuestion, network_names

BILATERAL_SERVES = (Serves.EXTRADITION, Serves.MLA)


@dataclass(frozen=True, slots=True)
class ShownAgreement:
    """A bilateral treaty on its own page."""

    title: str
    states: tuple[Link, Link]
    serves: str
    status: str
    signed_on: date | None
    since: date | None
    since_is_known: bool
    until: date | None
    other_days: tuple[date, ...]
    notes: tuple[str, ...]
    sources: tuple[Link, ...]
    part_of: Link | None
    parts: tuple[Link, ...]


@opens_to(PUBLIC)
@public_page
def treaty_list(request: HttpRequest) -> HttpResponseBase:
    """List the bilateral treaties that sources give, whatever their status."""
    question = CooperationPageQuestion(request, knows=("state", "serves", "status", "only", *LISTED))
    listing = Listing(request, question, _agreement_columns(question))
    wanted = AgreementFilter(
        states=tuple(question.states(request.GET.getlist("state"))),
        serves=question.choice("serves", [serves.value for serves in BILATERAL_SERVES]),
        status=question.choice("status", [status.value for status in Status]),
        in_force_only=question.choice("only", ["in_force"]) == "in_force",
    )
    question.done()
    on, language = question.day_asked.on, question.language
    rows = agreements_listed(question.snapshot, wanted, on=on, language=language)
    title = _("Bilateral treaties on extradition and mutual legal assistance")

    def page(table: ShownTable) -> HttpResponse:
        context = {
            "title": title,
            "tabs": parts(question, "treaty-list"),
            "table": table,
            "retractions": [
                (retraction, question.here("treaties:source-detail", retraction.source))
                for retraction in retractions_of_treaties(known_on=question.day_asked.known)
            ],
            "state": question.state_name(wanted.states[0]) if wanted.states else "",
            "kept": [("state", code) for code in wanted.states[1:]],
            "serves": wanted.serves,
            "serves_options": [Option(key.value, str(SERVES[key])) for key in BILATERAL_SERVES],
            "status": wanted.status,
            "statuses": [Option(key.value, str(words)) for key, words in STATUSES.items()],
            "only": wanted.in_force_only,
            "names": network_names(question),
            "regional": question.here("cooperation:regional-list"),
            "is_filtered": wanted != AgreementFilter(),
        }
        return render(request, "cooperation/treaty_list.html", context)

    return answer(listing, rows, name="bilateral-treaties", title=title, page=page)


def _agreement_columns(question: CooperationPageQuestion) -> list[Field[Agreement]]:
    states, on = question.register.states, question.day_asked.on

    def named(agreement: Agreement) -> Link:
        label = _("%(first)s and %(second)s") % {
            "first": question.state_name(agreement.states[0]),
            "second": question.state_name(agreement.states[1]),
        }
        return Link(label, question.here("cooperation:treaty-detail", agreement.key))

    return [
        Field(
            "states",
            _("Between"),
            named,
            Kind.LINK,
            lambda a: [states[code].order(question.language) for code in a.states],
        ),
        Field("first", _("Code"), lambda a: a.states[0], in_files_only=True),
        Field("second", _("Other code"), lambda a: a.states[1], in_files_only=True),
        Field("serves", _("What it is for"), lambda a: listed(serves_words(s) for s in sorted(a.serves))),
        Field("status", _("What the sources say"), lambda a: status_words(a.status), order=lambda a: a.status.value),
        Field("signed_on", _("Signed on"), lambda a: a.signed_on, Kind.DAY, lambda a: day_order(a.signed_on)),
        Field("since", _("Counts from"), lambda a: a.since, Kind.DAY, lambda a: day_order(a.since)),
        Field("until", _("Ended on"), lambda a: a.until, Kind.DAY, lambda a: day_order(a.until)),
        Field("in_force", _("Counts on the day"), lambda a: _("Yes") if a.is_in_force_on(on) else _("No")),
        Field("title", _("Title or note in the source"), lambda a: a.title, in_files_only=True),
        Field("sources", _("Sources"), lambda a: " ".join(a.sources), in_files_only=True),
    ]


@opens_to(PUBLIC)
@public_page
def regional_list(request: HttpRequest) -> HttpResponseBase:
    """List the regional treaties and the two conventions of the United Nations beside the nineteen."""
    question = CooperationPageQuestion(request, knows=("words", *LISTED))
    named = words_filter(question, "words", _("Treaty"), _regional_words(question))
    listing = Listing(request, question, _regional_columns(question), filters=[named])
    question.done()
    title = _("Regional treaties, and conventions beside the nineteen")

    def page(table: ShownTable) -> HttpResponse:
        context = {
            "title": title,
            "tabs": parts(question, "treaty-list"),
            "table": table,
            "bilateral": question.here("cooperation:treaty-list"),
        }
        return render(request, "cooperation/regional_list.html", context)

    return answer(listing, regionals_listed(question.snapshot), name="regional-treaties", title=title, page=page)


def _regional_words(question: CooperationPageQuestion) -> Callable[[RegionalLine], str]:
    def words(line: RegionalLine) -> str:
        serves = listed(serves_words(s) for s in sorted(line.regional.serves))
        return f"{line.regional.title_in(question.language)} {line.regional.key} {serves}"

    return words


def _regional_columns(question: CooperationPageQuestion) -> list[Field[RegionalLine]]:
    on = question.day_asked.on
    return [
        Field(
            "title",
            _("Treaty"),
            lambda line: Link(
                line.regional.title_in(question.language), question.here("cooperation:treaty-detail", line.regional.key)
            ),
            Kind.LINK,
            lambda line: line.regional.title_in(question.language),
        ),
        Field("key", _("Key"), lambda line: line.regional.key),
        Field(
            "serves",
            _("What it is for"),
            lambda line: listed(serves_words(s) for s in sorted(line.regional.serves)),
        ),
        Field(
            "adopted_on",
            _("Adopted on"),
            lambda line: line.regional.adopted_on,
            Kind.DAY,
            lambda line: day_order(line.regional.adopted_on),
        ),
        Field(
            "in_force_on",
            _("In force on"),
            lambda line: line.regional.in_force_on,
            Kind.DAY,
            lambda line: day_order(line.regional.in_force_on),
        ),
        Field("members", _("Bound on the day"), lambda line: len(line.bound_on(on)), Kind.NUMBER),
        Field("read", _("Articles read"), lambda line: _("Yes") if line.regional.text_was_read else _("No")),
    ]


@opens_to(PUBLIC)
@public_page
def treaty_detail(request: HttpRequest, key: str) -> HttpResponseBase:
    """Show one treaty beside the nineteen: a bilateral one with its sources, a regional one with those bound by it."""
    question = CooperationPageQuestion(request, knows=("name", *LISTED))
    facts = question.snapshot.facts
    if key in facts.regionals:
        return _regional(request, question, key)
    if key not in facts.agreements:
        raise NotHere(_("“%(text)s” is the key of no treaty in this record.") % {"text": shortened(key)})
    question.done()
    agreement = facts.agreements[key]
    title = question.speaker.treaty(key)
    first, second = (
        Link(question.state_name(code), question.here("cooperation:state-detail", code)) for code in agreement.states
    )
    shown = ShownAgreement(
        title=title,
        states=(first, second),
        serves=listed(serves_words(s) for s in sorted(agreement.serves)),
        status=status_words(agreement.status),
        signed_on=agreement.signed_on,
        since=agreement.since,
        since_is_known=agreement.since_is_known,
        until=agreement.until,
        other_days=agreement.other_days,
        notes=reports_noted(question.snapshot, agreement),
        sources=source_links(question, agreement.sources),
        part_of=_treaty_link(question, agreement.part_of) if agreement.part_of else None,
        parts=tuple(_treaty_link(question, part) for part in agreement.parts),
    )
    if question.format:
        listing = Listing(request, question, _agreement_columns(question))
        return listing.file([agreement], name=f"treaty-{key}", title=title, chosen=question.format)
    context = {
        "title": title,
        "tabs": parts(question, "treaty-list"),
        "trail": [Link(_("Treaties"), question.here("cooperation:treaty-list")), Link(title, "")],
        "treaty": shown,
        "exports": export_links(request),
    }
    return render(request, "cooperation/treaty_detail.html", context)


def _treaty_link(question: CooperationPageQuestion, key: str) -> Link:
    return Link(question.speaker.treaty(key), question.here("cooperation:treaty-detail", key))


def _regional(request: HttpRequest, question: CooperationPageQuestion, key: str) -> HttpResponseBase:
    named: Filter[Membership] = words_filter(
        question, "name", _("Name or code"), lambda m: f"{question.state_name(m.state)} {m.state}"
    )
    listing = Listing(request, question, _member_columns(question), filters=[named])
    question.done()
    line = next(line for line in regionals_listed(question.snapshot) if line.regional.key == key)
    states = question.register.states
    members = sorted(line.members, key=lambda member: states[member.state].order(question.language))

    def page(table: ShownTable) -> HttpResponse:
        context = {
            "title": line.regional.title_in(question.language),
            "is_titled_here": question.language == "en" or question.language not in line.regional.translated,
            "tabs": parts(question, "treaty-list"),
            "trail": [
                Link(_("Regional treaties"), question.here("cooperation:regional-list")),
                Link(line.regional.title_in(question.language), ""),
            ],
            "regional": line.regional,
            "serves": listed(serves_words(s) for s in sorted(line.regional.serves)),
            "bound": len(line.bound_on(question.day_asked.on)),
            "table": table,
        }
        return render(request, "cooperation/regional_detail.html", context)

    return answer(listing, members, name=f"bound-{key}", title=line.regional.title_in(question.language), page=page)


def _member_columns(question: CooperationPageQuestion) -> list[Field[Membership]]:
    states = question.register.states
    return [
        Field(
            "name",
            _("State"),
            lambda m: Link(question.state_name(m.state), question.here("cooperation:state-detail", m.state)),
            Kind.LINK,
            lambda m: states[m.state].order(question.language),
        ),
        Field("code", _("Code"), lambda m: m.state),
        Field("since", _("Bound since"), lambda m: m.since, Kind.DAY, lambda m: day_order(m.since)),
        Field(
            "known",
            _("How that day is known"),
            lambda m: _("Given or computed") if m.since_is_known else _("Day of the source that names it"),
        ),
        Field("until", _("Until"), lambda m: m.until, Kind.DAY),
        Field("sources", _("Sources"), lambda m: _sources(question, m.sources)),
    ]


def _sources(question: CooperationPageQuestion, keys: tuple[str, ...]) -> str:
    sources = question.register.sources
    return listed((sources[key].title if key in sources else key for key in keys), question.language, apart=True)


@opens_to(PUBLIC)
@public_page
def rule_list(request: HttpRequest) -> HttpResponseBase:
    """List what sources say of the laws of States on extradition."""
    question = CooperationPageQuestion(request, knows=("name", "needs", "nationals", *LISTED))
    listing = Listing(request, question, _rule_columns(question), filters=_rule_filters(question))
    question.done()
    title = _("National rules on extradition")

    def page(table: ShownTable) -> HttpResponse:
        context = {"title": title, "tabs": parts(question, "rule-list"), "table": table}
        return render(request, "cooperation/rule_list.html", context)

    rows = rules_listed(question.snapshot, language=question.language)
    return answer(listing, rows, name="national-rules", title=title, page=page)


def _rule_filters(question: CooperationPageQuestion) -> list[Filter[NationalRule]]:
    needs = {word.value: needs_words(word) for word in Needs}
    nationals = {word.value: nationals_words(word) for word in Nationals}
    return [
        words_filter(
            question, "name", _("Name or code"), lambda rule: f"{question.state_name(rule.state)} {rule.state}"
        ),
        choice_filter(
            question, "needs", _("Extradition conditional on a treaty"), needs, lambda rule: rule.needs_treaty.value
        ),
        choice_filter(
            question, "nationals", _("Extradites its nationals"), nationals, lambda rule: rule.nationals.value
        ),
    ]


def _rule_columns(question: CooperationPageQuestion) -> list[Field[NationalRule]]:
    states, sources = question.register.states, question.register.sources

    def source(rule: NationalRule) -> Link | str:
        known = sources.get(rule.source)
        return Link(known.title, question.here("treaties:source-detail", rule.source)) if known else rule.source

    return [
        Field(
            "name",
            _("State"),
            lambda rule: Link(question.state_name(rule.state), question.here("cooperation:state-detail", rule.state)),
            Kind.LINK,
            lambda rule: states[rule.state].order(question.language),
        ),
        Field("code", _("Code"), lambda rule: rule.state),
        Field(
            "needs_treaty",
            _("Extradition conditional on a treaty"),
            lambda rule: needs_words(rule.needs_treaty),
            order=lambda rule: rule.needs_treaty.value,
        ),
        Field(
            "nationals",
            _("Extradites its nationals"),
            lambda rule: nationals_words(rule.nationals),
            order=lambda rule: rule.nationals.value,
        ),
        Field("words", _("Words of the source"), lambda rule: rule.words, language="en"),
        Field("source", _("Source"), source, Kind.LINK),
        Field("secondary", _("Secondary source"), lambda rule: _("Yes") if rule.is_secondary else _("No")),
    ]
