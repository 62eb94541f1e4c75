"""Sections of reports: writing one in a language, its versions, and its languages side by side."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from http import HTTPStatus

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.shortcuts import render
from django.urls import path, reverse
from django.utils.translation import gettext as _

from accede.core.reports.comparing import differences
from accede.core.reports.merging import Clash
from accede.core.reports.paragraphs import Paragraph, Standing, by_key, standing_of, text_hash
from accede.foundation import clock
from accede.foundation.access import Actor, Refused, opens_to, or_refuse
from accede.foundation.access.acting import actor_of
from accede.foundation.exports import Link
from accede.foundation.pages.parameters import Parameters, takes
from accede.foundation.problems import UnableTo, listed_problems
from accede.foundation.texts import format_day, isolated, listed, readers_language
from accede.modules.identity.queries.people import names_of
from accede.modules.reporting.access import REPORTS_DRAFT, REPORTS_READ
from accede.modules.reporting.fields.reports import LANGUAGES
from accede.modules.reporting.queries.definitions import definitions
from accede.modules.reporting.queries.drafts import (
    Draft,
    SectionFacts,
    draft_visible_to,
    others_writing,
    versions_of,
    writing_of,
)
from accede.modules.reporting.services.editing import (
    Clashed,
    Entry,
    Written,
    keep_writing,
    leave_writing,
    save_section,
)
from accede.modules.reporting.services.suggesting import suggest_sentences
from accede.modules.reporting.web import parts
from accede.modules.reporting.web.parts import address_of_document, drafted_by, to_document
from accede.modules.reporting.words.drafts import heading_of
from accede.modules.reporting.words.figures import title_of

_IS_WRITING = timedelta(minutes=15)
"""Who wrote within this time is said to be writing."""


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph as the page shows it to be written.

    Attributes:
        original, of: of a translation, the text that is translated and its hash.
        theirs: what somebody else saved meanwhile; None where nothing clashes.
    """

    key: str
    text: str
    is_suggested: bool = False
    original: str = ""
    of: str = ""
    standing: str = ""
    theirs: str | None = None
    clashes: bool = False
    error: str = ""


@dataclass(frozen=True, slots=True)
class Writing:
    """What stands on the page of a section: over which version, the lines, and what is said of them."""

    base: int
    lines: Sequence[Line]
    problems: Mapping[str, str] = field(default_factory=dict)
    notice: str = ""
    status: HTTPStatus = HTTPStatus.OK


@opens_to(REPORTS_DRAFT)
@takes()
def section_page(request: HttpRequest, document: int, section: int, language: str) -> HttpResponse:
    """Write in a section of a report, in its original language or in another."""
    actor, draft = drafted_by(request, document)
    part = _part(draft, section, language)
    if request.method != "POST":
        return _page(request, draft, part, language, _to_begin_with(actor, draft, part, language))
    wanted = _written(request, section, language)
    does = request.POST.get("do", "save")
    if does == "keep":
        return _kept(document, part, wanted, actor)
    here = reverse("reporting:section", args=[document, section, language])
    try:
        if does == "leave":
            leave_writing(document, wanted, by=actor)
            return HttpResponseRedirect(here)
        save_section(document, wanted, by=actor, at=clock.now())
        if does == "suggest":
            count = suggest_sentences(document, section, by=actor, at=clock.now())
            messages.success(request, _("Sentences suggested: %(count)s. Each is marked.") % {"count": count})
            return HttpResponseRedirect(here)
    except Clashed as clashed:
        return _page(request, draft, part, language, _clashing(actor, draft, part, wanted, clashed))
    except UnableTo as unable:
        lines = [
            _line(
                draft,
                part,
                language,
                Paragraph(one.key, one.text, of=one.of),
                error=unable.problems.get(f"text-{one.key}", ""),
            )
            for one in wanted.entries
            if one.key or one.text.strip()
        ]
        writing = Writing(wanted.base, lines, unable.problems, status=HTTPStatus.BAD_REQUEST)
        return _page(request, draft, part, language, writing)
    messages.success(request, _("The section is saved."))
    return HttpResponseRedirect(address_of_document(document) if language == draft.report.language else here)


@opens_to(REPORTS_READ)
@takes("from", "until")
def versions(request: HttpRequest, document: int, section: int, language: str) -> HttpResponse:
    """Show the versions of a section in a language, and two of them compared."""
    actor = actor_of(request)
    draft = or_refuse(draft_visible_to(actor, document))
    part = _part(draft, section, language)
    found = versions_of(actor, part.id, language)
    by_number = {one.number: one for one in found}
    newest = max(by_number, default=1)
    question = Parameters()
    until = question.number(request.GET.get("until", ""), name="until", most=newest, otherwise=newest)
    first = question.number(request.GET.get("from", ""), name="from", most=newest, otherwise=max(1, until - 1))
    question.done()
    names = names_of({one.written_by for one in found if one.written_by})
    before, after = by_number.get(first), by_number.get(until)
    pieces = differences(before.paragraphs, after.paragraphs) if before and after else []
    context = {
        **_section(),
        "title": _("Versions of “%(heading)s”") % {"heading": heading_of(part, readers_language())},
        "lede": str(LANGUAGES[language]),
        "ways": [to_document(document)],
        "versions": [(one, names.get(one.written_by, "") if one.written_by else "") for one in found],
        "first": first,
        "until": until,
        "language": language,
        "differences": pieces,
    }
    return render(request, "reporting/versions.html", context)


@opens_to(REPORTS_READ)
@takes()
def section_languages(request: HttpRequest, document: int, section: int) -> HttpResponse:
    """Show a section in its six languages side by side, each paragraph with how its translations stand."""
    draft = or_refuse(draft_visible_to(actor_of(request), document))
    part = _part(draft, section, draft.report.language)
    original = draft.report.language
    texts = {code: by_key(part.text_in(code)) for code in LANGUAGES}
    order = [original, *(code for code in LANGUAGES if code != original)]
    rows = [
        [(code, str(LANGUAGES[code]), *_as_it_stands(one, texts[code], is_original=code == original)) for code in order]
        for one in part.text_in(original)
    ]
    writes = [(str(LANGUAGES[one]), reverse("reporting:section", args=[document, section, one])) for one in order]
    context = {
        **_section(),
        "title": heading_of(part, readers_language()),
        "lede": _("Six languages side by side. A paragraph that changes marks its translations as out of date."),
        "ways": [to_document(document), *(Link(words, address) for words, address in writes)],
        "rows": rows,
    }
    return render(request, "reporting/languages.html", context)


def _as_it_stands(one: Paragraph, texts: Mapping[str, Paragraph], *, is_original: bool) -> tuple[str, str]:
    if is_original:
        return one.text, _("original")
    found = texts.get(one.key)
    return found.text if found else "", _standing_words(standing_of(one, texts))


def _part(draft: Draft, place: int, language: str) -> SectionFacts:
    found = next((one for one in draft.sections if one.place == place), None)
    if language not in LANGUAGES:
        raise Refused
    return or_refuse(found)


def _written(request: HttpRequest, place: int, language: str) -> Written:
    """Return what was sent: the paragraphs in their order, new ones behind them."""
    sent = request.POST
    entries = [
        Entry(key, sent.get(f"text-{key}", ""), is_accepted=f"accept-{key}" in sent, of=_translated(sent, key))
        for key in sent.getlist("key")
    ]
    entries += [Entry("", text) for text in sent.getlist("text-new")]
    base = sent.get("base", "")
    return Written(
        place, language, int(base) if base.isascii() and base.isdecimal() and len(base) <= 9 else 0, tuple(entries)
    )


def _translated(sent: Mapping[str, str], key: str) -> str:
    """Return the hash of what a translation is one of now: where it was changed, or is said to be right still."""
    changed = sent.get(f"text-{key}", "") != sent.get(f"was-{key}", "") or f"right-{key}" in sent
    return sent.get(f"of-{key}", "") if changed else ""


def _kept(document: int, part: SectionFacts, wanted: Written, actor: Actor) -> JsonResponse:
    """Answer the script that keeps what is being written."""
    try:
        newest = keep_writing(document, wanted, by=actor, at=clock.now())
    except UnableTo as unable:
        return JsonResponse({"words": str(unable)}, status=HTTPStatus.CONFLICT)
    words = _("What you write is kept for you. It is not saved yet.")
    if newest > wanted.base:
        words = _("Somebody else saved this section meanwhile. Save yours: what both wrote is put together or shown.")
    elif others := _others(actor, part, wanted.language):
        words = _("%(who)s is writing in this section too. What both write is put together when you save.")
        words %= {"who": others}
    return JsonResponse({"words": words})


def _to_begin_with(actor: Actor, draft: Draft, part: SectionFacts, language: str) -> Writing:
    version = part.versions.get(language)
    unsaved = writing_of(actor, part.id, language)
    if unsaved is not None:
        base, paragraphs, at = unsaved
        suggested = {one.key for one in part.text_in(language) if one.is_suggested}
        lines = [_line(draft, part, language, one, is_suggested=one.key in suggested) for one in paragraphs if one.text]
        day = format_day(at.date(), readers_language())
        words = _("This is what you wrote on %(day)s and did not save. Save it, or leave it.") % {"day": day}
        return Writing(base, [*lines, *_untouched(draft, part, language, paragraphs)], notice=words)
    texts = part.text_in(draft.report.language)
    mine = by_key(part.text_in(language))
    lines = [_line(draft, part, language, mine.get(one.key, Paragraph(one.key, ""))) for one in texts]
    return Writing(version.number if version else 0, lines)


def _untouched(draft: Draft, part: SectionFacts, language: str, written: Sequence[Paragraph]) -> Iterator[Line]:
    """Yield paragraphs of the original that came after somebody began to translate."""
    if language != draft.report.language:
        known = {one.key for one in written}
        for one in part.text_in(draft.report.language):
            if one.key not in known:
                yield _line(draft, part, language, Paragraph(one.key, ""))


def _clashing(actor: Actor, draft: Draft, part: SectionFacts, wanted: Written, clashed: Clashed) -> Writing:
    """Return the page on which both texts stand; what was written is kept for whoever wrote it."""
    clashes = {one.key: one for one in clashed.merged.clashes}
    entries = tuple(Entry(one.key, one.text, of=one.of) for one in clashed.merged.paragraphs)
    newest = clashed.newest
    keep_writing(draft.report.number, Written(wanted.place, wanted.language, newest, entries), by=actor, at=clock.now())
    lines = [
        _line(draft, part, wanted.language, one, is_suggested=one.is_suggested, clash=clashes.get(one.key))
        for one in clashed.merged.paragraphs
    ]
    return Writing(newest, lines, clashed.problems, status=HTTPStatus.CONFLICT)


def _line(
    draft: Draft,
    part: SectionFacts,
    language: str,
    one: Paragraph,
    *,
    is_suggested: bool | None = None,
    clash: Clash | None = None,
    error: str = "",
) -> Line:
    original = draft.report.language
    source = by_key(part.text_in(original)).get(one.key) if language != original else None
    suggested = one.is_suggested if is_suggested is None else is_suggested
    return Line(
        key=one.key,
        text=(clash.mine or "") if clash else one.text,
        is_suggested=suggested,
        original=source.text if source else "",
        of=text_hash(source.text) if source else "",
        standing=_standing_words(standing_of(source, by_key(part.text_in(language)))) if source else "",
        theirs=(clash.theirs or "") if clash else None,
        clashes=clash is not None,
        error=error,
    )


def _page(request: HttpRequest, draft: Draft, part: SectionFacts, language: str, writing: Writing) -> HttpResponse:
    actor, number = actor_of(request), draft.report.number
    is_original = language == draft.report.language
    context = {
        **_section(),
        "title": heading_of(part, language if is_original else readers_language()),
        "lede": draft.report.title,
        "ways": [
            to_document(number),
            Link(_("Versions"), reverse("reporting:versions", args=[number, part.place, language])),
            Link(_("Languages side by side"), reverse("reporting:section-languages", args=[number, part.place])),
        ],
        "language": language,
        "language_words": str(LANGUAGES[language]),
        "is_original": is_original,
        "original_language": draft.report.language,
        "writing": writing,
        "summary": listed_problems(writing.problems),
        "others": _others(actor, part, language),
        "figures": [(f"{{figure: {code}}}", title_of(one)) for code, one in definitions().items()],
        "kept": writing.notice,
    }
    return render(request, "reporting/section.html", context, status=writing.status)


def _others(actor: Actor, part: SectionFacts, language: str) -> str:
    found = others_writing(actor, part.id, language, since=clock.now() - _IS_WRITING)
    names = names_of(set(found))
    return listed(isolated(names[one]) for one in found if one in names)


def _standing_words(standing: Standing) -> str:
    return {
        Standing.CURRENT: _("up to date"),
        Standing.STALE: _("out of date: the original changed"),
        Standing.MISSING: _("not translated yet"),
    }[standing]


def _section() -> dict[str, object]:
    return parts.section("")


urlpatterns = [
    path(
        "reports/documents/<int:document>/sections/<int:section>/languages/",
        section_languages,
        name="section-languages",
    ),
    path("reports/documents/<int:document>/sections/<int:section>/<slug:language>/", section_page, name="section"),
    path(
        "reports/documents/<int:document>/sections/<int:section>/<slug:language>/versions/", versions, name="versions"
    ),
]
