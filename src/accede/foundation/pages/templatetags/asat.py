"""Addresses that keep the day of the page, and days written out.

Templates load it as `asat`. It reads `as_at` and `request`, which the frame puts into every page's context.
"""

from datetime import date

from django import template
from django.http import HttpRequest
from django.template import Context
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import get_language

from accede.foundation.pages.addresses import address_of_page
from accede.foundation.pages.asat import AsAt
from accede.foundation.texts import format_day

register = template.Library()


@register.simple_tag(takes_context=True)
def at_day(context: Context, name: str, *parts: object) -> str:
    """Return the address of `name`, with what keeps the day of this page."""
    as_at: AsAt = context["as_at"]
    return f"{address_of_page(name, *map(str, parts))}{as_at.query}"


@register.simple_tag(takes_context=True)
def with_parameters(context: Context, **changed: object) -> str:
    """Return the address of this page with parameters changed; one set to nothing is left out."""
    request: HttpRequest = context["request"]
    query = request.GET.copy()
    for name, value in changed.items():
        if value is None or value == "":
            query.pop(name, None)
        else:
            query[name] = str(value)
    return f"{request.path}?{query.urlencode()}" if query else request.path


@register.simple_tag(takes_context=True)
def lasting_address(context: Context) -> str:
    """Return the whole address by which the page goes on giving this answer: its day, and the day of its knowledge."""
    request: HttpRequest = context["request"]
    as_at: AsAt = context["as_at"]
    query = request.GET.copy()
    query["on"], query["known"] = as_at.on.isoformat(), (as_at.known or as_at.today).isoformat()
    return request.build_absolute_uri(f"{request.path}?{query.urlencode()}")


@register.simple_tag(takes_context=True)
def whole_address(context: Context, path: str) -> str:
    """Return an address of this site as others write it."""
    request: HttpRequest = context["request"]
    return request.build_absolute_uri(path)


@register.filter
def day(value: date | None) -> SafeString | str:
    """Return a day written out in the active language, as a time element; nothing for no day."""
    if value is None:
        return ""
    return format_html('<time datetime="{}">{}</time>', value.isoformat(), format_day(value, get_language() or "en"))
