"""What forms offer to choose from."""

from dataclasses import dataclass

from accede.modules.treaties.queries.page_asking import Question


@dataclass(frozen=True, slots=True)
class Option:
    """One choice of a form."""

    value: str
    label: str


def instrument_options(question: Question) -> list[Option]:
    """Return the instruments in order of adoption."""
    return [Option(key, question.instrument_title(key)) for key in question.register.instruments]


def state_names(question: Question) -> list[str]:
    """Return the names of all States in the reader's language, in its alphabetical order."""
    states = sorted(question.register.states.values(), key=lambda facts: facts.order(question.language))
    return [facts.name(question.language) for facts in states]
