"""Addresses of outcomes and of the file of a State."""

from accede.modules.outcomes.web import after, outcomes, state_file

app_name = "outcomes"
urlpatterns = [*outcomes.urlpatterns, *after.urlpatterns, *state_file.urlpatterns]
