"""What a reader asks of a figure: days, knowledge, and what narrows it; all that is wrong is told at once."""

from collections.abc import Callable, Mapping
from datetime import date

from django.utils.translation import gettext as _

from accede.core.indicators.definitions import KNOWN, Definition, Span
from accede.foundation import clock
from accede.foundation.pages.parameters import Parameters, key_written, shortened
from accede.foundation.texts import listed, nearest
from accede.modules.assistance.fields.codes import KINDS
from accede.modules.reference.fields.groups import GROUPS
from accede.modules.reporting.queries.counting import TWELVE
from accede.modules.resources.fields.codes import OBJECTS
from accede.modules.treaties.queries.register import current_register


class FigureQuestion(Parameters):
    """One question for a figure: what is written by name is read; `done` tells all that is wrong."""

    def read(self, definition: Definition, written: Mapping[str, str]) -> dict[str, str]:
        """Return the parameters as a figure carries them: days that were left out are the last ones that make sense."""
        allowed = (*definition.days, KNOWN, *definition.parameters)
        for name in written:
            if name not in allowed:
                words = _("The figure “%(code)s” is not asked with “%(name)s”. It takes: %(names)s.")
                facts = {"code": definition.code, "name": shortened(name), "names": listed(allowed)}
                self.problems.append(words % facts)
        found = {name: day.isoformat() for name, day in self._days(definition, written).items()}
        if (known := self.day(written.get(KNOWN, ""))) is not None:
            found[KNOWN] = known.isoformat()
        for name in definition.parameters:
            text = written.get(name, "").strip()
            value = _READ[name](self, text) if text else None
            if value is not None:
                found[name] = value
        return found

    def _days(self, definition: Definition, written: Mapping[str, str]) -> dict[str, date]:
        today = clock.today()
        before = today.year - 1
        if definition.span is not Span.PERIOD:
            return {"on": self.day(written.get("on", "")) or today}
        first = self.day(written.get("from", ""))
        last = self.day(written.get("until", ""))
        first = first or (date(last.year, 1, 1) if last else date(before, 1, 1))
        last = last or (today if first > date(before, 12, 31) else max(first, date(before, 12, 31)))
        if first > last:
            self.problems.append(_("The last day lies before the first one."))
        return {"from": first, "until": last}

    def _one_of(self, text: str, choices: Mapping[str, object], name: str) -> str | None:
        if text in choices:
            return text
        near = listed(nearest(text[:100], choices) or choices)
        words = _("“%(name)s” takes one of these: %(choices)s; not “%(text)s”.")
        self.problems.append(words % {"name": name, "choices": near, "text": shortened(text)})
        return None

    def geography(self, text: str) -> str | None:
        """Return the regional group or the State that is asked for."""
        if text in GROUPS:
            return text
        finder = current_register().finder
        code = finder.state(text[:200])
        if code is None:
            states = current_register().states
            near = listed(
                [*GROUPS, *(states[one].name("en") for one in finder.near_states(text[:200])[:3])],
            )
            words = _("“%(text)s” is no State and no regional group of the record. Perhaps you mean: %(near)s.")
            self.problems.append(words % {"text": shortened(text), "near": near})
        return code

    def instrument(self, text: str) -> str | None:
        """Return the instrument that is asked for."""
        finder = current_register().finder
        key = finder.instrument(text[:200])
        if key is None:
            near = listed(finder.near_instruments(text[:200])[:3] or current_register().instruments)
            words = _("“%(text)s” is no instrument of the record.")
            said = words % {"text": shortened(text)}
            self.problems.append(f"{said} {_('Perhaps you mean: %(near)s.') % {'near': near}}")
        return key

    def of(self, text: str) -> str:
        """Return of how many instruments it is asked."""
        return str(self.number(text, name="of", most=19, otherwise=TWELVE))

    def kind(self, text: str) -> str | None:
        """Return the kind of assistance that is asked for."""
        return self._one_of(text, KINDS, "kind")

    def spent_on(self, text: str) -> str | None:
        """Return the object of expenditure that is asked for."""
        return self._one_of(text, OBJECTS, "object")

    def donor(self, text: str) -> str | None:
        """Return the key of the donor that is asked for."""
        key = key_written(text)
        if key is None:
            words = _("“%(text)s” is no key of a donor. Take it from the address of the donor’s page.")
            self.problems.append(words % {"text": shortened(text)})
        return str(key) if key else None


_READ: Mapping[str, Callable[[FigureQuestion, str], str | None]] = {
    "geography": FigureQuestion.geography,
    "instrument": FigureQuestion.instrument,
    "of": FigureQuestion.of,
    "kind": FigureQuestion.kind,
    "object": FigureQuestion.spent_on,
    "donor": FigureQuestion.donor,
}
