"""The marks that a template may hold: fields, rows that repeat, parts that are left out. Nothing else is understood.

    {{ state }}                     a field
    {%tr for basis in bases %}      in a row of its own: the rows below, once for each
    {%tr endfor %}
    {%p if note %}                  in a paragraph of its own: the paragraphs below, only where the field says something
    {%p else %}  {%p endif %}
    {% if note %} … {% endif %}     within a paragraph

What is not one of these is no mark and is refused, so that a template can compute nothing and call nothing.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from accede.foundation.texts import isolated
from accede.foundation.texts.nearest import nearest

MARK = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}", re.DOTALL)
_LEFT_OPEN = re.compile(r"\{[{%#]|[}%#]\}")
_NAME = r"[A-Za-z_][A-Za-z0-9_]*"
_FIELD = re.compile(rf"\{{\{{\s*({_NAME})(?:\.({_NAME}))?\s*\}}\}}")
_FOR = re.compile(rf"\{{%(?:tr|p)?\s+for\s+({_NAME})\s+in\s+({_NAME})\s+%\}}")
_IF = re.compile(rf"\{{%(?:tr|p)?\s+if\s+(?:not\s+)?({_NAME})(?:\.({_NAME}))?\s+%\}}")
_OTHER = re.compile(r"\{%(?:tr|p)?\s+(else|endif|endfor)\s+%\}")
_LONGEST = 60


@dataclass(slots=True)
class MarksCheck:
    """Reads the marks of one part of a file in order, and notes all that is wrong, each with its place."""

    names: Mapping[str, frozenset[str]]
    problems: list[str] = field(default_factory=list)
    _rows: dict[str, str] = field(default_factory=dict)
    _open: list[tuple[str, str, str]] = field(default_factory=list)

    def read(self, paragraphs: Iterable[tuple[str, str]]) -> None:
        """Read paragraphs, each with its place in words."""
        for place, text in paragraphs:
            for mark in MARK.findall(text):
                self._mark(mark, place)
            if _LEFT_OPEN.search(MARK.sub("", text)):
                self._note(place, _("A mark is not closed within its paragraph: %(text)s") % {"text": _short(text)})
        for kind, mark, place in self._open:
            words = _("“%(mark)s” has no “%(end)s”.") % {"mark": isolated(_short(mark)), "end": isolated(f"end{kind}")}
            self._note(place, words)
        self._open.clear()
        self._rows.clear()

    def _mark(self, mark: str, place: str) -> None:
        if mark.startswith("{#"):
            return
        if found := _FIELD.fullmatch(mark):
            self._field(found[1], found[2] or "", place, is_shown=True)
        elif found := _FOR.fullmatch(mark):
            self._for(mark, found[1], found[2], place)
        elif found := _IF.fullmatch(mark):
            self._open.append(("if", mark, place))
            self._field(found[1], found[2] or "", place, is_shown=False)
        elif found := _OTHER.fullmatch(mark):
            self._end(mark, found[1], place)
        else:
            words = _("“%(mark)s” is not understood. A mark names a field, such as {{ %(field)s }}, and nothing else.")
            self._note(place, words % {"mark": isolated(_short(mark)), "field": next(iter(self.names), "state")})

    def _for(self, mark: str, row: str, rows: str, place: str) -> None:
        self._open.append(("for", mark, place))
        if not self.names.get(rows):
            several = [name for name, columns in self.names.items() if columns]
            self._unknown(rows, several, place)
        elif row in self.names:
            words = _("“%(name)s” is a field already: call the row something else.")
            self._note(place, words % {"name": isolated(row)})
        self._rows[row] = rows

    def _end(self, mark: str, kind: str, place: str) -> None:
        begun = self._open[-1][0] if self._open else ""
        if (kind == "else" and begun == "if") or kind == f"end{begun}":
            if kind != "else":
                self._open.pop()
            return
        self._note(place, _("“%(mark)s” ends nothing that was begun.") % {"mark": isolated(_short(mark))})

    def _field(self, name: str, column: str, place: str, *, is_shown: bool) -> None:
        if name in self._rows:
            columns = self.names.get(self._rows[name], frozenset())
            if columns and column not in columns:
                self._unknown(f"{name}.{column}" if column else name, [f"{name}.{one}" for one in columns], place)
        elif name not in self.names:
            self._unknown(f"{name}.{column}" if column else name, self.names, place)
        elif column or (is_shown and self.names[name]):
            words = _("“%(name)s” is a list of rows: name it in {%%tr for row in %(name)s %%}.")
            plain = _("“%(name)s” has no parts: write it as {{ %(name)s }}.")
            self._note(place, (words if self.names[name] else plain) % {"name": name})

    def _unknown(self, name: str, known: Iterable[str], place: str) -> None:
        words = _("There is no field “%(name)s”.") % {"name": isolated(name[:_LONGEST])}
        near = nearest(name, known)
        if near:
            words += " " + _("Perhaps you mean: %(near)s.") % {"near": isolated(", ".join(near))}
        self._note(place, words)

    def _note(self, place: str, words: str) -> None:
        self.problems.append(_("%(place)s: %(problem)s") % {"place": place, "problem": words})


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"
