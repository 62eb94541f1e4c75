"""The one place where a drawing becomes markup: every attribute and every word is escaped here."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe


@dataclass(frozen=True, slots=True)
class Words:
    """What a reader who does not see the picture is told; `identity` is unique on the page."""

    identity: str
    title: str
    description: str = ""


def element(name: str, content: str = "", **attributes: str | float) -> str:
    """Return an element; `content` is markup made here, attributes are escaped. "class_" stands for "class"."""
    written = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{escape(value) if isinstance(value, str) else _number(value)}"'
        for key, value in attributes.items()
    )
    return f"<{name}{written}>{content}</{name}>" if content else f"<{name}{written}/>"


def drawing(
    parts: Iterable[str], *, width: float, height: float, kind: str, words: Words | None = None, stretched: bool = False
) -> SafeString:
    """Return the drawing. Without words it is decoration, hidden from those who do not see it."""
    # Digits are anchored from the left, also on a page that runs from the right.
    head = f'<svg class="{escape(kind)}" direction="ltr" viewBox="0 0 {_number(width)} {_number(height)}"'
    if stretched:
        head += ' preserveAspectRatio="none"'
    if words is None:
        opening = f'{head} aria-hidden="true">'
    else:
        title = escape(f"{words.identity}-title")
        description = escape(f"{words.identity}-description")
        opening = f'{head} role="img" aria-labelledby="{title}'
        opening += f' {description}">' if words.description else '">'
        opening += f'<title id="{title}">{escape(words.title)}</title>'
        if words.description:
            opening += f'<desc id="{description}">{escape(words.description)}</desc>'
    return mark_safe(f"{opening}{''.join(parts)}</svg>")  # noqa: S308  (all that comes from outside is escaped above)


def label(text: str, *, x: float, y: float, kind: str, anchor: str = "start") -> str:
    """Return a text of digits and signs; words belong beside the picture, where they can wrap and be translated."""
    if any(character.isalpha() for character in text):
        raise ValueError(f"a picture holds no words: {text!r}")
    return element("text", escape(text), x=x, y=y, class_=kind, text_anchor=anchor)


def _number(value: float) -> str:
    return f"{value:.1f}".rstrip("0").rstrip(".")
