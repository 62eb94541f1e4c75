"""What commands are asked about: a State, an instrument, a kind of act, a day; with the nearest where there is none."""

from datetime import date

import click
from django.utils.translation import gettext as _

from accede.core.treaties.acts import ActKind
from accede.foundation import clock
from accede.foundation.console import Refused
from accede.foundation.pages.asat import read_day
from accede.foundation.texts import folded, nearest
from accede.modules.treaties.fields.codes import act_words
from accede.modules.treaties.queries.register import Register


def asked_state(register: Register, text: str, language: str) -> str:
    """Return the code of the State named by code or by name in any of the six languages.

    Raises:
        Refused: there is none; the nearest are named.
    """
    code = register.finder.state(text)
    if code:
        return code
    near = [f"{register.states[found].name(language)} ({found})" for found in register.finder.near_states(text)[:3]]
    raise Refused(
        _("“%(text)s” is no State or area that the record knows.") % {"text": text}, near, _("Perhaps you mean:")
    )


def asked_instrument(register: Register, text: str) -> str:
    """Return the key of the instrument named by key or by title.

    Raises:
        Refused: there is none; the nearest are named.
    """
    key = register.finder.instrument(text)
    if key:
        return key
    near = register.finder.near_instruments(text)[:3]
    raise Refused(
        _("“%(text)s” is no instrument of the record.") % {"text": text},
        near or register.instruments,
        _("Perhaps you mean:") if near else _("The instruments are:"),
    )


def asked_kind(text: str) -> ActKind:
    """Return the kind of act named by its own word or in the reader's language.

    Raises:
        Refused: there is none; the nearest are named.
    """
    names = {folded(kind.value.replace("_", " ")): kind for kind in ActKind}
    names |= {folded(act_words(kind)): kind for kind in ActKind}
    kind = names.get(folded(text.replace("_", " ")))
    if kind:
        return kind
    near = nearest(text, [kind.value for kind in ActKind])
    raise Refused(
        _("“%(text)s” is no kind of act.") % {"text": text},
        near or [kind.value for kind in ActKind],
        _("Perhaps you mean:") if near else _("Kinds of act are:"),
    )


def asked_day(text: str, option: str) -> date | None:
    """Return the day written, None for no text.

    Raises:
        click.UsageError: it is no day, or lies in the future.
    """
    problems: list[str] = []
    day = read_day(text, today=clock.today(), problems=problems)
    if problems:
        raise click.UsageError(f"{option}: {' '.join(problems)}")
    return day
