"""Forms of the library of sign-in in our own words."""

from collections.abc import Iterable, Mapping

from django import forms


def with_words(form: forms.BaseForm, labels: Mapping[str, object], hints: Mapping[str, object] | None = None) -> None:
    """Put our words in place of those that a library's form came with."""
    for name, label in labels.items():
        form.fields[name].label = label  # type: ignore[assignment]  # (lazy words)
        form.fields[name].help_text = (hints or {}).get(name, "")  # type: ignore[assignment]  # (lazy words)
        form.fields[name].widget.attrs.pop("placeholder", None)


def choices(pairs: Iterable[tuple[str, str]], *, empty: str | None = None) -> list[tuple[str, str]]:
    """Return the choices of a field, with a first one that chooses nothing if there is to be one."""
    return [*([("", empty)] if empty is not None else []), *pairs]
