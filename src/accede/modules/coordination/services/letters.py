"""The letter to a body: written in the language of its office from what may be told, kept as it was written."""

from datetime import date

from django.utils import translation
from django.utils.translation import gettext as _

from accede.foundation.texts import format_day, listed
from accede.modules.assessments.fields.codes import TOPICS
from accede.modules.coordination.fields.codes import STRENGTHS
from accede.modules.coordination.models import Consultation
from accede.modules.coordination.queries.bodies import body_name
from accede.modules.coordination.queries.subjects import subject_kinds
from accede.modules.reference.queries.states import short_names


def letter_of(row: Consultation, *, sent_on: date, object_until: date) -> dict[str, object]:
    """Return the words of the letter, in the language of the office to which it goes."""
    language = row.focal_point.language
    with translation.override(language):
        return _words(row, language, sent_on=sent_on, object_until=object_until)


def _words(row: Consultation, language: str, *, sent_on: date, object_until: date) -> dict[str, object]:
    kind = subject_kinds().get(row.subject_kind)
    states = short_names(set(row.states), language=language)
    days = [format_day(day, language) for day in (row.first_day, row.last_day) if day]
    until = format_day(object_until, language)
    closing = {
        "coordinated": _("If you object, please say so, and why, by %(day)s."),
        "consulted": _("Please answer by %(day)s. If no answer has come by then, it counts as no objection."),
        "closely_coordinated": _("Please answer by %(day)s. It does not begin before your answer."),
    }[row.strength]
    return {
        "title": _("Consultation with %(body)s") % {"body": body_name(row.body, language)},
        "language": language,
        "day": format_day(sent_on, language),
        "to": [body_name(row.body, language), row.focal_point.office],
        "facts": [
            [_("Number"), str(row.pk)],
            [_("About"), str(kind.label) if kind else row.subject_kind],
            [_("Title"), row.title],
            [_("States"), listed((states.get(code, code) for code in row.states), language)],
            [_("Topics"), listed((str(TOPICS.get(one, one)) for one in row.topics), language)],
            [_("Days"), " – ".join(dict.fromkeys(days))],
            [_("How closely"), str(STRENGTHS[row.strength])],
        ],
        "paragraphs": [
            _("ECOSOC resolution 2007/18 asks that assistance be given in consultation and coordination with you."),
            row.words,
            closing % {"day": until},
            _("What other parties gave in confidence is not part of this letter."),
        ],
        "signature": _("[Signature]"),
    }
