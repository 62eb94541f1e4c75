"""Addresses of outcomes and of the file of a State."""

from accede.modules.outcomes.web import after, joining, outcomes, state_file

app_name = "outcomes"
urlpatterns = [*outcomes.urlpatterns, *after.urlpatterns, *joining.urlpatterns, *state_file.urlpatterns]
