"""Names within sentences."""


def in_sentence(title: str, language: str) -> str:
    """Return the title of a text as a sentence names it: English sets an article before it, the others as they are."""
    return f"the {title}" if language == "en" else title


def begun(sentence: str) -> str:
    """Return a sentence with a capital at its beginning, whatever name it begins with."""
    return sentence[:1].upper() + sentence[1:]
