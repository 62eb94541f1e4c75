"""Addresses of the treaty register."""

from django.urls import path

from accede.modules.treaties.web.acts import act_list
from accede.modules.treaties.web.changes import change_list
from accede.modules.treaties.web.compare import compare
from accede.modules.treaties.web.corrections import tell
from accede.modules.treaties.web.feeds import act_feed
from accede.modules.treaties.web.following import acts_followed
from accede.modules.treaties.web.importing import act_import
from accede.modules.treaties.web.imports import import_detail, import_list
from accede.modules.treaties.web.instrument_pages import instrument_detail
from accede.modules.treaties.web.instruments import instrument_list
from accede.modules.treaties.web.pictures import instrument_picture, state_picture
from accede.modules.treaties.web.proposed import proposed_detail, proposed_file, proposed_list
from accede.modules.treaties.web.records import act_detail, record_detail
from accede.modules.treaties.web.refreshing import refresh_detail, refresh_list
from accede.modules.treaties.web.sources import check_list, disagreement_list, gap_list, source_detail, source_list
from accede.modules.treaties.web.states import state_detail, state_list

app_name = "treaties"
urlpatterns = [
    path("states/", state_list, name="state-list"),
    path("states/<str:code>/", state_detail, name="state-detail"),
    path("states/<str:code>/acts.svg", state_picture, name="state-picture"),
    path("states/<str:code>/<str:key>/", record_detail, name="record-detail"),
    path("instruments/", instrument_list, name="instrument-list"),
    path("instruments/<str:key>/", instrument_detail, name="instrument-detail"),
    path("instruments/<str:key>/parties.svg", instrument_picture, name="instrument-picture"),
    path("acts/", act_list, name="act-list"),
    path("acts/feed.atom", act_feed, name="act-feed"),
    path("acts/followed/", acts_followed, name="acts-followed"),
    path("acts/import/", act_import, name="act-import"),
    path("acts/refresh/", refresh_list, name="refresh-list"),
    path("acts/refresh/<str:key>/", refresh_detail, name="refresh-detail"),
    path("acts/imports/", import_list, name="import-list"),
    path("acts/imports/<int:number>/", import_detail, name="import-detail"),
    path("acts/imports/proposed/", proposed_list, name="proposed-list"),
    path("acts/imports/proposed/<int:number>/", proposed_detail, name="proposed-detail"),
    path("acts/imports/proposed/<int:number>/file/", proposed_file, name="proposed-file"),
    path("acts/<slug:key>/", act_detail, name="act-detail"),
    path("changes/", change_list, name="change-list"),
    path("compare/", compare, name="compare"),
    path("sources/", source_list, name="source-list"),
    path("sources/disagreements/", disagreement_list, name="disagreement-list"),
    path("sources/gaps/", gap_list, name="gap-list"),
    path("sources/checks/", check_list, name="check-list"),
    path("sources/<slug:key>/", source_detail, name="source-detail"),
    path("tell/", tell, name="tell"),
]
