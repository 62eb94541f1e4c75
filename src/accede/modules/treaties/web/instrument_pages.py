"""One instrument: what it is, how it came into force, who is bound on a day, what it provides, what is known of it."""

from dataclasses import dataclass

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import get_language_info, pgettext
from django.utils.translation import gettext as _

from accede.core.explain import Authority
from accede.core.treaties.instruments import Instrument
from accede.foundation.access import PUBLIC, opens_to
from accede.foundation.access.tabs import Tab
from accede.foundation.exports import Kind, Link
from accede.foundation.fields import Field
from accede.foundation.listings import LISTED, Listing, day_order, export_links, other_parameters
from accede.foundation.pages import page_of, public_page
from accede.foundation.texts import cite_articles, folded, format_day, listed
from accede.modules.reference.fields.groups import GROUPS
from accede.modules.treaties.queries.curves import by_year, step_on
from accede.modules.treaties.queries.instruments import ArticleNote, TitleStatus
from accede.modules.treaties.web.curves import curve_figure
from accede.modules.treaties.web.instrument_tables import PARAMETERS, ArticleRow, InstrumentTables
from accede.modules.treaties.web.states import to_canonical
from accede.modules.treaties.words.entry_into_force import story_of
from accede.modules.treaties.words.instruments_on_day import Part, StateUnder, count_parts, states_under
from accede.modules.treaties.words.page_question import RegisterPageQuestion
from accede.modules.treaties.words.provenance import gap_line
from accede.modules.treaties.words.reasons import speaker_of
from accede.modules.treaties.words.topics import depositary_name, place_name, topic_words

FILTERS = ("show", "name", "group")
SHOWN_HEADINGS = frozenset({"name", "standing", "since", "by", "act_on", "known_until"})
PER_PAGE = 50


@dataclass(frozen=True, slots=True)
class StateRow:
    """A State under the instrument, with the way to it and to everything on the pair."""

    line: StateUnder
    address: str
    state_address: str


@opens_to(PUBLIC)
@public_page
def instrument_detail(request: HttpRequest, key: str) -> HttpResponseBase:
    """Show an instrument on a day; the table of States can be filtered, sorted and had as a file."""
    question = RegisterPageQuestion(request, knows=(*FILTERS, *LISTED, *PARAMETERS))
    found = question.instrument_at(key, lambda near: question.here("treaties:instrument-detail", near))
    if found != key:
        return to_canonical(request, reverse("treaties:instrument-detail", args=[found]))
    listing = Listing(request, question, _columns(question, key))
    tables = InstrumentTables(request, question, _articles(question, key))
    part = Part(question.choice("show", list(Part)) or Part.PARTIES)
    groups, name = question.groups(question.text("group")), question.text("name")
    question.done()
    register, on, language = question.register, question.day_asked.on, question.language
    everybody = states_under(register, key, on=on, language=language)
    lines = listing.ordered(
        line
        for line in everybody
        if part in {Part.ALL, line.part}
        and (not groups or line.group in groups)
        and (not name or folded(name) in folded(f"{line.name} {line.code}"))
    )
    title = register.instruments[key].title(language).short
    if listing.format:
        return listing.file(lines, name=f"{part}-{key}", title=title, chosen=listing.format)
    story, years = story_of(register, key, on=on, language=language), by_year(register.curves[key], until=on)
    if file := tables.file(story.deposits, years, key=key, title=title):
        return file
    page = page_of(lines, request=request, per_page=PER_PAGE)
    return render(
        request,
        "treaties/instrument_detail.html",
        {
            "trail": [
                Link(_("Instruments"), question.here("treaties:instrument-list")),
                Link(title, ""),
            ],
            **_description(question, key),
            "story": story,
            **tables.shown(story.deposits, years),
            "tabs": _tabs(request, everybody, part),
            "part": part.value,
            "headings": [heading for heading in listing.headings() if heading.key in SHOWN_HEADINGS],
            "rows": [_row(question, key, line) for line in page.items],
            "page": page,
            "exports": export_links(request),
            "filtered": bool(name or groups),
            "name": name,
            "group": groups[0] if groups else "",
            "groups": [{"value": group, "label": str(words)} for group, words in GROUPS.items()],
            "kept": other_parameters(request, "name", "group"),
        },
    )


def _description(question: RegisterPageQuestion, key: str) -> dict[str, object]:
    """Return what does not depend on the table's filters."""
    register, on, language = question.register, question.day_asked.on, question.language
    facts = register.instruments[key]
    return {
        "facts": facts,
        "title": facts.title(language),
        **_title(question, key),
        "sentences": _sentences(question, key),
        "parent": _link(question, facts.core.parent),
        "protocols": [
            _link(question, other.key) for other in register.instruments.values() if other.core.parent == key
        ],
        "held": step_on(register.curves[key], on),
        "curve": curve_figure(question, key, large=True),
        "picture": question.here("treaties:instrument-picture", key),
        "picture_words": _("%(instrument)s: parties since 1963") % {"instrument": facts.title(language).short},
        "place": place_name(facts.place, language),
        "languages": listed(_language_name(code, language) for code in facts.authentic_languages),
        "depositaries": [depositary_name(name, language) for name in facts.core.depositaries],
        "denunciation": _denunciation(facts.core, language),
        "coverage": [
            (covered, register.sources[covered.source]) for covered in register.coverage if covered.instrument == key
        ],
        "gaps": [gap_line(register, gap, language) for gap in register.gaps if gap.instrument == key],
        "sources": [register.sources[source] for source in facts.sources if source in register.sources],
    }


def _title(question: RegisterPageQuestion, key: str) -> dict[str, object]:
    """Say whose words the title is: of an authentic text, in use, or this project's own beside the English one."""
    facts = question.register.instruments[key]
    title = facts.title(question.language)
    return {
        "title_status": title.status.value,
        "title_source": question.register.sources.get(title.source),
        "original": facts.title("en") if title.status is TitleStatus.TRANSLATION else None,
    }


def _articles(question: RegisterPageQuestion, key: str) -> list[ArticleRow]:
    notes = question.register.instruments[key].article_map
    return [ArticleRow(topic_words(note.topic), _provisions(question, note), note.verified) for note in notes]


def _sentences(question: RegisterPageQuestion, key: str) -> list[str]:
    """Say what the instrument is, composed of facts on record."""
    facts, language = question.register.instruments[key], question.language
    core, place = facts.core, place_name(facts.place, language)
    sentences = [
        _(
            "Number %(number)s of the nineteen universal instruments against terrorism, in order of adoption. "
            "Adopted: %(on)s (%(place)s)."
        )
        % {"number": core.number, "on": format_day(core.adopted_on, language), "place": place or "–"}
    ]
    if core.parent:
        parent = question.instrument_title(core.parent)
        sentences.append(_("It supplements or amends: %(instrument)s.") % {"instrument": parent})
    if core.depositaries:
        names = listed((depositary_name(name, language) for name in core.depositaries), apart=True)
        sentences.append(_("Acts are deposited with: %(depositaries)s.") % {"depositaries": names})
    return sentences


def _link(question: RegisterPageQuestion, key: str | None) -> Link | None:
    return Link(question.instrument_title(key), question.here("treaties:instrument-detail", key)) if key else None


def _provisions(question: RegisterPageQuestion, note: ArticleNote) -> str:
    """Cite a line of the article map; the key of another instrument before the articles becomes its title."""
    key, _space, rest = note.articles.partition(" ")
    if key in question.register.instruments:
        return speaker_of(question.register, question.language).cited(Authority(key, rest))
    return cite_articles(note.articles, question.language)


def _language_name(code: str, language: str) -> str:
    """Return the name of a language as it stands within a sentence: small in Spanish, French and Russian."""
    # The texts name the Chinese language, not the way in which it is written.
    name = pgettext("language", "Chinese") if code == "zh-hans" else str(get_language_info(code)["name_translated"])
    return name.lower() if language in {"es", "fr", "ru"} else name


def _denunciation(core: Instrument, language: str) -> list[str]:
    """Say how the instrument is denounced, as far as the record holds its clause."""
    words = []
    if core.denunciation_months is not None:
        words.append(_("Takes effect after this number of months: %(months)s.") % {"months": core.denunciation_months})
    if core.denunciation_days is not None:
        words.append(_("Takes effect after this number of days: %(days)s.") % {"days": core.denunciation_days})
    if core.denunciation_article:
        words.append(_("Provision: %(article)s.") % {"article": cite_articles(core.denunciation_article, language)})
    if core.falls_with_parent:
        words.append(
            _("Denouncing the convention that it supplements denounces it as well (%(article)s).")
            % {"article": cite_articles(core.falls_with_parent_article, language)}
        )
    return words


def _tabs(request: HttpRequest, everybody: tuple[StateUnder, ...], chosen: Part) -> list[Tab]:
    counts = count_parts(everybody)
    labels = {
        Part.PARTIES: _("Parties: %(count)s"),
        Part.BEGUN: _("Signed or consented: %(count)s"),
        Part.INVITED: _("Invited to join: %(count)s"),
        Part.NOT_KNOWN: _("Not known: %(count)s"),
        Part.WITHDRAWN: _("Withdrawn: %(count)s"),
        Part.ALL: _("All: %(count)s"),
    }
    tabs = []
    for part, label in labels.items():
        query = request.GET.copy()
        query.pop("page", None)
        query["show"] = part.value
        if counts[part] or part in {Part.PARTIES, chosen}:
            tabs.append(
                Tab(label % {"count": counts[part]}, f"{request.path}?{query.urlencode()}#states", part is chosen)
            )
    return tabs


def _row(question: RegisterPageQuestion, key: str, line: StateUnder) -> StateRow:
    return StateRow(
        line=line,
        address=question.here("treaties:record-detail", line.code, key),
        state_address=question.here("treaties:state-detail", line.code),
    )


def _columns(question: RegisterPageQuestion, key: str) -> list[Field[StateUnder]]:
    def record(line: StateUnder) -> Link:
        return Link(line.name, question.here("treaties:record-detail", line.code, key))

    def alphabet(line: StateUnder) -> tuple[bytes, str]:
        return question.register.states[line.code].order(question.language)

    return [
        Field("name", _("State"), record, Kind.LINK, alphabet),
        Field("state", _("Code"), lambda line: line.code),
        Field("group", _("Regional group"), lambda line: line.group_words, order=lambda line: line.group_words),
        Field("standing", _("Standing"), lambda line: line.standing_words, order=lambda line: line.standing_words),
        Field("standing_code", _("Standing (code)"), lambda line: line.standing),
        Field("since", _("Since"), lambda line: line.since, Kind.DAY, lambda line: day_order(line.since)),
        Field("by", _("By act"), lambda line: line.by, order=lambda line: line.by),
        Field("act_on", _("Day of the act"), lambda line: line.act_on, Kind.DAY, lambda line: day_order(line.act_on)),
        Field("signed_on", _("Signed on"), lambda line: line.signed_on, Kind.DAY),
        Field(
            "known_until",
            _("Attested until"),
            lambda line: line.known_until,
            Kind.DAY,
            lambda line: day_order(line.known_until),
        ),
        Field("not_party_on", _("Not a party on"), lambda line: line.not_party_on, Kind.DAY),
        Field("not_known_from", _("Not known from"), lambda line: line.not_known_from, Kind.DAY),
    ]
