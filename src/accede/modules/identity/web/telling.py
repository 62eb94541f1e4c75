"""Forms that tell all that is wrong at once: at the field, and above the form."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from django import forms


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong, and the field at which it is; no field: it concerns the whole."""

    words: str
    field: str = ""

    def __str__(self) -> str:
        return self.words


class Telling(forms.BaseForm):
    """A form whose problems a page can list."""

    @property
    def problems(self) -> list[Problem]:
        """What is wrong, in the order of the fields."""
        return list(self._problems())

    def add_problems(self, problems: Mapping[str, str]) -> None:
        """Take over what a service found wrong."""
        for field, words in problems.items():
            self.add_error(field if field in self.fields else None, words)

    def _problems(self) -> Iterator[Problem]:
        yield from (Problem(str(error)) for error in self.non_field_errors())
        for name in self.fields:
            bound = self[name]
            field = "" if bound.is_hidden else bound.html_name
            yield from (Problem(str(error), field) for error in bound.errors)


def with_words(form: forms.BaseForm, labels: Mapping[str, object], hints: Mapping[str, object] | None = None) -> None:
    """Put our words in place of those that a library's form came with."""
    for name, label in labels.items():
        form.fields[name].label = label  # type: ignore[assignment]  # (lazy words)
        form.fields[name].help_text = (hints or {}).get(name, "")  # type: ignore[assignment]  # (lazy words)
        form.fields[name].widget.attrs.pop("placeholder", None)


def choices(pairs: Iterable[tuple[str, str]], *, empty: str | None = None) -> list[tuple[str, str]]:
    """Return the choices of a field, with a first one that chooses nothing if there is to be one."""
    return [*([("", empty)] if empty is not None else []), *pairs]
