"""Fields of forms as the components take them."""

from dataclasses import dataclass

from django import template
from django.forms import BoundField, PasswordInput

register = template.Library()


@dataclass(frozen=True, slots=True)
class Option:
    """One of several: the value that is sent and the words that are shown."""

    value: str
    label: str
    group: str = ""


@register.filter
def options(field: BoundField) -> list[Option]:
    """Return the choices of a field; those of a named group say its name."""
    found: list[Option] = []
    for value, label in field.field.widget.choices:
        if isinstance(label, (list, tuple)):
            found += [Option(str(inner), str(words), group=str(value)) for inner, words in label]
        else:
            found.append(Option(str(value), str(label)))
    return found


@register.filter
def chosen(field: BoundField) -> str:
    """Return the value that is chosen in a field."""
    return str(field.value() or "")


@register.filter
def shown(field: BoundField) -> str:
    """Return what was written into a field; a password is never shown again."""
    value = field.value()
    return "" if value is None or isinstance(field.field.widget, PasswordInput) else str(value)
