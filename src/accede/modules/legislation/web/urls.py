"""Addresses of laws."""

from accede.modules.legislation.web import drafts, gaps, laws, reviews, second, wordings

app_name = "legislation"
_PARTS = (laws, wordings, gaps, drafts, second, reviews)
urlpatterns = [one for part in _PARTS for one in part.urlpatterns]
