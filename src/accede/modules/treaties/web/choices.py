"""What forms offer to choose from."""

from accede.foundation.listings import Option
from accede.modules.treaties.words.page_question import RegisterPageQuestion


def instrument_options(question: RegisterPageQuestion) -> list[Option]:
    """Return the instruments in order of adoption."""
    return [Option(key, question.instrument_title(key)) for key in question.register.instruments]


def state_names(question: RegisterPageQuestion) -> list[str]:
    """Return the names of all States in the reader's language, in its alphabetical order."""
    states = sorted(question.register.states.values(), key=lambda facts: facts.order(question.language))
    return [facts.name(question.language) for facts in states]
