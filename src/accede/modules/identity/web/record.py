"""The record of who did what, as sentences: filtered, by pages, and as a table to keep."""

from datetime import UTC, datetime, time, timedelta
from uuid import UUID

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import get_language, get_language_bidi
from django.utils.translation import gettext as _

from accede.foundation import clock
from accede.foundation.access import SIGNED_IN, Actor, opens_to
from accede.foundation.access.acting import actor_of
from accede.foundation.audit.access import RECORD_READ
from accede.foundation.audit.events import event_types
from accede.foundation.audit.timeline import Line, Wish, count, timeline
from accede.foundation.exports import Column, Table, export_response, wanted_format
from accede.foundation.pages import BadInput
from accede.foundation.pages.parameters import takes
from accede.modules.identity.queries.people import people_visible_to
from accede.modules.identity.services.record_opened import note_record_opened
from accede.modules.identity.web.acting import reader_of
from accede.modules.identity.web.forms import RecordForm

PER_PAGE = 50
MOST_EXPORTED = 20_000


@opens_to(RECORD_READ)
@takes("person", "key", "since", "until", "page", "format")
def record(request: HttpRequest) -> HttpResponseBase:
    """Show the record as far as the reader may see it."""
    actor = actor_of(request)
    form = RecordForm(
        request.GET or None,
        people=[(str(one.id), one.name) for one in people_visible_to(actor, on=clock.today())],
        kinds=[(kind.key, str(kind.sentence) % _Blanks()) for kind in event_types()],
    )
    wish = _wish(form) if not form.is_bound or form.is_valid() else None
    note_record_opened(by=actor, at=clock.now())
    return _answer(request, actor, wish, form=form)


@opens_to(SIGNED_IN)
@takes("page", "format")
def own_record(request: HttpRequest) -> HttpResponseBase:
    """Show a person what they did themselves."""
    actor = actor_of(request)
    return _answer(request, actor, Wish(person=actor.person), form=None)


def _answer(request: HttpRequest, actor: Actor, wish: Wish | None, *, form: RecordForm | None) -> HttpResponseBase:
    chosen = wanted_format(request.GET)
    if wish is not None and chosen is not None:
        return export_response(_table(timeline(actor, wish, most=MOST_EXPORTED)), chosen)
    total = count(actor, wish) if wish is not None else 0
    number = _page_number(request, pages=max(1, -(-total // PER_PAGE)))
    lines = timeline(actor, wish, start=(number - 1) * PER_PAGE, most=PER_PAGE) if wish is not None else []
    reader = reader_of(request)
    zone = reader.person.time_zone if reader else "UTC"
    context = {
        "form": form,
        "zone": zone,
        "lines": lines,
        "total": total,
        "number": number,
        "newer": _address(request, number - 1) if number > 1 else "",
        "older": _address(request, number + 1) if number * PER_PAGE < total else "",
        "export_addresses": [(name, _address(request, 1, format=name)) for name in ("csv", "xlsx", "json")],
    }
    with timezone.override(zone):
        return render(request, "identity/record.html", context)


class _Blanks(dict[str, str]):
    """Stands for whatever a sentence names, where the sentence itself is shown."""

    def __missing__(self, key: str) -> str:
        return "…"


def _wish(form: RecordForm) -> Wish:
    if not form.is_bound:
        return Wish()
    asked = form.cleaned_data
    # The day until which is included: whoever asks for a day means all of it.
    until = asked["until"] + timedelta(days=1) if asked["until"] else None
    return Wish(
        person=UUID(asked["person"]) if asked["person"] else None,
        key=asked["key"],
        since=datetime.combine(asked["since"], time(), UTC) if asked["since"] else None,
        until=datetime.combine(until, time(), UTC) if until else None,
    )


def _table(lines: list[Line]) -> Table:
    columns = (
        Column("at", _("When (UTC)")),
        Column("who", _("Who")),
        Column("acting_for", _("Acting for")),
        Column("event", _("What happened")),
        Column("face", _("Through")),
        Column("changes", _("Changes")),
    )
    rows = (
        (
            line.at.astimezone(UTC).strftime("%Y-%m-%d %H:%M:%S"),
            line.who,
            line.acting_for,
            line.sentence,
            line.face,
            "; ".join(f"{change.field}: {change.before} → {change.after}" for change in line.changes),
        )
        for line in lines
    )
    return Table(
        name=f"record-{clock.today().isoformat()}",
        title=_("Record of who did what"),
        columns=columns,
        rows=rows,
        language=get_language() or "en",
        is_right_to_left=get_language_bidi(),
    )


def _page_number(request: HttpRequest, *, pages: int) -> int:
    text = request.GET.get("page", "1")
    if not (text.isascii() and text.isdigit() and len(text) <= 7 and 1 <= int(text) <= pages):
        raise BadInput([_("“%(text)s” is not the number of a page.") % {"text": text[:40]}])
    return int(text)


def _address(request: HttpRequest, number: int, **more: str) -> str:
    query = request.GET.copy()
    query["page"] = str(number)
    for name, value in more.items():
        query[name] = value
    return f"{request.path}?{query.urlencode()}"
