"""Addresses of cooperation."""

from django.urls import include, path

from accede.modules.cooperation.web import saved_scenarios
from accede.modules.cooperation.web.calendars import calendar_file, deposit_calendar
from accede.modules.cooperation.web.finder import finder, opinion_docx, opinion_pdf
from accede.modules.cooperation.web.importing import treaty_import
from accede.modules.cooperation.web.imports import import_detail, import_list
from accede.modules.cooperation.web.letters import letter
from accede.modules.cooperation.web.model_instruments import model_docx
from accede.modules.cooperation.web.plans import plan_of_state, plan_of_world
from accede.modules.cooperation.web.proposed import proposed_detail, proposed_file, proposed_list
from accede.modules.cooperation.web.scenarios import scenarios
from accede.modules.cooperation.web.states import state_detail, state_list
from accede.modules.cooperation.web.treaties import regional_list, rule_list, treaty_detail, treaty_list
from accede.modules.cooperation.web.world import differences, world

app_name = "cooperation"
urlpatterns = [
    path("", finder, name="finder"),
    path("opinion.docx", opinion_docx, name="opinion-docx"),
    path("opinion.pdf", opinion_pdf, name="opinion-pdf"),
    path("letter/", letter, name="letter"),
    path("states/", state_list, name="state-list"),
    path("states/<str:code>/", state_detail, name="state-detail"),
    path("world/", world, name="world"),
    path("differences/", differences, name="differences"),
    path("plan/", plan_of_world, name="world-plan"),
    path("plan/<str:code>/", plan_of_state, name="state-plan"),
    path("plan/<str:code>/<str:key>/model.docx", model_docx, name="model-docx"),
    path("scenarios/", scenarios, name="scenarios"),
    path("scenarios/saved/", include(saved_scenarios.urlpatterns)),
    path("calendar/", deposit_calendar, name="calendar"),
    path("calendar.ics", calendar_file, name="calendar-file"),
    path("treaties/", treaty_list, name="treaty-list"),
    path("treaties/regional/", regional_list, name="regional-list"),
    path("treaties/import/", treaty_import, name="treaty-import"),
    path("treaties/imports/", import_list, name="import-list"),
    path("treaties/imports/proposed/", proposed_list, name="proposed-list"),
    path("treaties/imports/proposed/<int:number>/", proposed_detail, name="proposed-detail"),
    path("treaties/imports/proposed/<int:number>/file/", proposed_file, name="proposed-file"),
    path("treaties/imports/<int:number>/", import_detail, name="import-detail"),
    path("treaties/<str:key>/", treaty_detail, name="treaty-detail"),
    path("rules/", rule_list, name="rule-list"),
]
