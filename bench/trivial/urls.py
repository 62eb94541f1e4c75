"""The site's addresses and a page that asks the database one thing and says it."""

from django.http import HttpRequest, HttpResponse
from django.urls import path

from accede.foundation.access import PUBLIC, opens_to
from accede.modules.treaties.queries.editions import newest_edition
from accede.site.urls import handler400, handler404, handler500, urlpatterns

__all__ = ["handler400", "handler404", "handler500", "urlpatterns"]


@opens_to(PUBLIC)
def trivial(_request: HttpRequest) -> HttpResponse:
    """Say the number of the newest edition: one query, no template."""
    return HttpResponse(f"<!doctype html><title>Edition</title><p>{newest_edition()}</p>")


urlpatterns += [path("trivial/", trivial, name="trivial")]
