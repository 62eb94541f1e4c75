"""Addresses of training."""

from accede.modules.training.web import calls, events, links, people, persons, sessions

app_name = "training"
urlpatterns = [
    *calls.urlpatterns,
    *events.urlpatterns,
    *links.urlpatterns,
    *people.urlpatterns,
    *persons.urlpatterns,
    *sessions.urlpatterns,
]
