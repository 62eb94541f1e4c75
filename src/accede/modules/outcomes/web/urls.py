"""Addresses of outcomes and of the file of a State."""

from accede.modules.outcomes.web import after, outcomes

app_name = "outcomes"
urlpatterns = [*outcomes.urlpatterns, *after.urlpatterns]
