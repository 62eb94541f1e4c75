"""The figures of training in the reader's words."""

from collections.abc import Sequence
from datetime import date

from accede.foundation.access import Actor
from accede.foundation.texts import readers_language
from accede.modules.assessments.fields.codes import TOPICS
from accede.modules.reference.queries.states import short_names
from accede.modules.training.fields.codes import FUNCTIONS, LANGUAGES, SEXES
from accede.modules.training.fields.persons import FigureFacts
from accede.modules.training.queries.figures import count_trained
from accede.modules.training.queries.persons import open_pairs


def figures_between(actor: Actor, first: date, last: date) -> Sequence[FigureFacts]:
    """Return persons and attendances between two days, in each way to look at them."""
    found = count_trained(actor, first, last, open_pairs())
    states = {one.code for one in found if one.way == "state"}
    words = {
        "state": short_names(states, language=readers_language()) if states else {},
        "sex": SEXES,
        "function": FUNCTIONS,
        "language": LANGUAGES,
        "theme": TOPICS,
    }
    return [
        FigureFacts(one.way, str(words.get(one.way, {}).get(one.code, one.code)), one.attendances, one.least, one.most)
        for one in found
    ]
