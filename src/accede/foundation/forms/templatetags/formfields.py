"""Fields of forms as the components take them."""

from dataclasses import dataclass

from django import template
from django.conf import settings
from django.forms import BoundField, PasswordInput
from django.utils.translation import get_language_info

from accede.foundation.fields import Texts
from accede.foundation.listings import Option

register = template.Library()


@register.filter
def options(field: BoundField) -> list[Option]:
    """Return the choices of a field; those of a named group say its name."""
    found: list[Option] = []
    for value, label in field.field.widget.choices:
        if isinstance(label, list | tuple):
            found += [Option(str(inner), str(words), group=str(value)) for inner, words in label]
        else:
            found.append(Option(str(value), str(label)))
    return found


@register.filter
def chosen(field: BoundField) -> str:
    """Return the value that is chosen in a field."""
    return str(field.value() or "")


@register.filter
def all_chosen(field: BoundField) -> list[str]:
    """Return the values that are chosen in a field of several."""
    return [str(value) for value in field.value() or ()]


@dataclass(frozen=True, slots=True)
class Line:
    """One language's line of a text in several: its input's name, the language's own name and direction, the text."""

    name: str
    language: str
    label: str
    direction: str
    value: str


@register.filter
def lines(field: BoundField) -> list[Line]:
    """Return the lines of a text in several languages."""
    texts = field.value() or Texts()
    return [
        Line(
            f"{field.html_name}-{code}", code, name, "rtl" if get_language_info(code)["bidi"] else "ltr", texts.to(code)
        )
        for code, name in settings.LANGUAGES
    ]


@register.filter
def shown(field: BoundField) -> str:
    """Return what was written into a field; a password is never shown again."""
    value = field.value()
    return "" if value is None or isinstance(field.field.widget, PasswordInput) else str(value)
