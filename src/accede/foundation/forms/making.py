"""Django's form field for a declared field."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from accede.foundation.exports import Kind
from accede.foundation.fields import Entry, Field, Texts, Value, Words

NOT_A_DAY = _("This is not a day. Write it as year-month-day, for example 2026-11-24.")
NOT_A_NUMBER = _("Write a whole number in figures.")
ONE_OF_THE_LIST = _("Choose one of the list.")


class TextsInput(forms.Widget):
    """A line for each language of the product; the template shows them, each in its own direction."""

    def value_from_datadict(self, data: Mapping[str, Any], files: Mapping[str, Any], name: str) -> Texts:
        """Return the texts that were written."""
        del files
        return Texts(
            {code: text for code, _name in settings.LANGUAGES if (text := data.get(f"{name}-{code}", "").strip())}
        )


class TextsField(forms.Field):
    """A text in as many languages as somebody has words for."""

    widget = TextsInput

    def __init__(self, *, most: int, **options: Any) -> None:
        super().__init__(**options)
        self.empty_values = [*self.empty_values, Texts()]
        self._validate_text = forms.CharField(required=False, max_length=most or None)

    def clean(self, value: Any) -> Texts:
        """Return the texts, each held to the length that a text may have."""
        texts: Texts = super().clean(value)
        return Texts({code: str(self._validate_text.clean(text)) for code, text in texts})


def form_field(field: Field[Any], choices: Mapping[str, str] | None = None) -> forms.Field:
    """Return Django's form field for a declared one; `choices` in place of the declared ones, if any are given."""
    entry = field.entry or Entry()
    offered = field.choices if choices is None else choices
    made = _written(field, entry) if offered is None else _chosen(offered, several=field.several)
    made.label, made.help_text = field.label, entry.hint  # type: ignore[assignment]  # (lazy words)
    made.required = bool(entry.needed)
    if entry.needed:
        made.error_messages["required"] = entry.needed  # type: ignore[assignment]  # (lazy words)
    return made


def _written(field: Field[Any], entry: Entry) -> forms.Field:
    if field.in_languages:
        return TextsField(most=entry.most)
    if field.kind is Kind.DAY:
        return forms.DateField(widget=forms.DateInput(attrs={"type": "date"}), error_messages={"invalid": NOT_A_DAY})
    if field.kind is Kind.NUMBER:
        return forms.IntegerField(error_messages={"invalid": NOT_A_NUMBER})
    if field.kind is Kind.YES_OR_NO:
        return forms.BooleanField()
    lines = {"rows": entry.lines, "example": entry.example}
    widget = forms.Textarea(attrs=lines) if entry.lines > 1 else forms.TextInput(attrs={"autocomplete": "off"})
    return forms.CharField(max_length=entry.most or None, widget=widget)


def _chosen(offered: Mapping[str, Words], *, several: bool) -> forms.Field:
    made = forms.MultipleChoiceField(widget=forms.CheckboxSelectMultiple) if several else forms.ChoiceField()
    made.choices = [(code, str(words)) for code, words in offered.items()]
    made.error_messages["invalid_choice"] = ONE_OF_THE_LIST
    return made


def initial_value(value: Value) -> Value:
    """Return what a thing has in a field as its form shows it."""
    return value if isinstance(value, Texts | tuple | list | bool) or value is None else str(value)
