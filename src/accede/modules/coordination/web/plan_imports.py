"""Bring in plans from a file, list the files that came in, take one back."""

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.urls import path, reverse
from django.utils.translation import gettext as _

from accede.foundation import clock
from accede.foundation.access import Refused, can, opens_to, or_refuse, require
from accede.foundation.access.acting import actor_of
from accede.foundation.exports import Link
from accede.foundation.forms.base import FieldsForm, answer_form
from accede.foundation.imports import Bringing, Outcome
from accede.foundation.imports.bringing import Brought
from accede.foundation.imports.page import ImportPage, SaidField, Wording
from accede.foundation.listings import Leads, ListPage, Option
from accede.foundation.pages.parameters import takes
from accede.modules.coordination.access import PLANS_KEEP, PLANS_READ
from accede.modules.coordination.fields.plan_imports import SHOWN, WHY, PlanImportFacts
from accede.modules.coordination.fields.plans import COLUMNS, LEVELS
from accede.modules.coordination.queries.bodies import bodies_to_choose
from accede.modules.coordination.queries.plan_imports import import_visible_to, imports_visible_to
from accede.modules.coordination.services import import_plans as service
from accede.modules.coordination.services.import_plans import PlansGiven, check_plans
from accede.modules.coordination.services.plan_columns import WORDS
from accede.modules.coordination.services.plan_imports import take_plans_back
from accede.modules.coordination.web.parts import section


@opens_to(PLANS_KEEP)
@takes()
def plan_import(request: HttpRequest) -> HttpResponse:
    """Show the form, what a file of plans would add, or bring it in."""
    return PAGE.answer(request)


@opens_to(PLANS_READ)
def plan_imports(request: HttpRequest) -> HttpResponseBase:
    """List the files of plans that came in, as far as the reader may see them."""
    actor = actor_of(request)
    page = ListPage[PlanImportFacts](
        name="plan-imports",
        title=_("Files that came in"),
        empty=_("Calendars and tables of partner bodies appear here once they are brought in."),
        context={**section(request, "plans")},
        leads=Leads(lambda one: reverse("coordination:plan-import-back", args=[one.number]))
        if can(actor, PLANS_KEEP)
        else Leads(),
    )
    return page.answer(request, SHOWN, imports_visible_to(actor))


@opens_to(PLANS_KEEP)
@takes()
def plan_import_back(request: HttpRequest, brought: int) -> HttpResponse:
    """Take back what a file brought."""
    actor = actor_of(request)
    found = or_refuse(import_visible_to(actor, brought))
    require(actor, PLANS_KEEP, on=found.owner)
    if found.taken_back_on is not None:
        raise Refused
    form = FieldsForm((WHY,), request)

    def act() -> str:
        take_plans_back(brought, form.given.text(WHY), by=actor, at=clock.now())
        return reverse("coordination:plan-imports")

    context = {
        **section(request, "plans"),
        "title": found.file_name,
        "lede": _("The plans of this file stand no more, and those whose place they took stand again."),
        "ways": [Link(_("The file"), reverse("files:file", args=[found.file]))] if found.file else [],
        "button": _("Take it back"),
        "back": Link(_("Leave it as it is"), reverse("coordination:plan-imports")),
    }
    return answer_form(request, form, act, context, done=_("The plans of this file are taken back."))


def _wording() -> Wording:
    bodies = [Option(key, words) for key, words in bodies_to_choose(clock.today()).items()]
    levels = [Option(key, str(words)) for key, words in LEVELS.items()]
    return Wording(
        title=_("Bring in plans from a file"),
        lede=_(
            "The calendar of a body as its program exports it (iCalendar), or a table (CSV, XLSX). What repeats is "
            "taken with each of its times. Who was invited is not read."
        ),
        columns=", ".join(COLUMNS),
        fields=[
            SaidField("plan_body", _("Whose plans these are"), options=bodies, any_words=_("Choose")),
            SaidField(
                "plan_level",
                _("Who sees them"),
                _("Of plans that do not say it themselves; what a calendar calls private, the body alone sees."),
                options=levels,
                any_words=str(LEVELS["programme"]),
            ),
            SaidField("plan_states", _("For these States"), _("Of plans that name none: codes, such as MLI NER.")),
            SaidField("plan_source", _("Where this is from"), _("A letter, a page, a meeting, with its day.")),
        ],
    )


def check_plans_brought(brought: Brought, bringing: Bringing) -> Outcome:
    """Return what a file of plans would add, and change nothing."""
    return check_plans(brought.path, _given(brought), by=bringing.by, at=bringing.at)


def bring_plans(brought: Brought, bringing: Bringing) -> Outcome:
    """Bring a file of plans in."""
    return service.import_plans(brought.path, _given(brought), bringing, good_rows=brought.good_rows)


def _given(brought: Brought) -> PlansGiven:
    said = brought.said
    return PlansGiven(
        body=said.get("plan_body", ""),
        level=said.get("plan_level", ""),
        source=said.get("plan_source", ""),
        states=said.get("plan_states", ""),
        day_order=brought.day_order,
        options=brought.options,
    )


PAGE = ImportPage(
    key="coordination.import-plans",
    words=WORDS,
    wording=_wording,
    check=check_plans_brought,
    carry_out=bring_plans,
    onwards=lambda: reverse("coordination:plans"),
    columns=COLUMNS,
)
urlpatterns = [
    path("plans/import/", plan_import, name="plan-import"),
    path("plans/imports/", plan_imports, name="plan-imports"),
    path("plans/imports/<int:brought>/take-back/", plan_import_back, name="plan-import-back"),
]
