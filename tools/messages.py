"""Collect what is marked for translation, and bring the message catalogues in step with it.

Python is read as a syntax tree and templates by Django's own reader, so that nothing need be installed beside Python.
A message that is new gets an empty translation, one that has gone goes, and no translation is ever guessed.
"""

import ast
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

import polib
from django.utils.translation.template import constant_re, templatize

PACKAGE = Path(__file__).resolve().parents[1] / "src" / "accede"
TEMPLATE_KINDS = {".html", ".txt", ".xml"}

PLURALS = {
    "ar": "nplurals=6; plural=n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n%100>=3 && n%100<=10 ? 3 : n%100>=11 ? 4 : 5;",
    "es": "nplurals=2; plural=n != 1;",
    "fr": "nplurals=2; plural=n > 1;",
    "ru": ("nplurals=3; plural=n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && (n%100<12 || n%100>14) ? 1 : 2;"),
    "zh_Hans": "nplurals=1; plural=0;",
}
"""The languages translated into, by the name of their folder, with the rule that chooses a plural form."""

_PLAIN = {"gettext", "gettext_lazy", "gettext_noop"}
_PLURAL = {"ngettext", "ngettext_lazy"}
_IN_CONTEXT = {"pgettext", "pgettext_lazy"}
_PLURAL_IN_CONTEXT = {"npgettext", "npgettext_lazy"}
MARKS = _PLAIN | _PLURAL | _IN_CONTEXT | _PLURAL_IN_CONTEXT
_MARKED_IN_TEMPLATE = re.compile(r"(?<!\w)(_|gettext|ngettext|pgettext|npgettext)\((?=u?['\"])")
_COTTON_ATTRIBUTE = re.compile(r"""\s:[\w-]+="[^"]*"|\s:[\w-]+='[^']*'""")
_PLACEHOLDER = re.compile(r"%\(\w+\)[sd]|%[sd]")


@dataclass(frozen=True, slots=True)
class Message:
    """Words marked for translation: where they stand, and what the translator is told of them."""

    text: str
    plural: str = ""
    context: str = ""
    places: tuple[str, ...] = ()
    comments: tuple[str, ...] = ()

    @property
    def key(self) -> tuple[str, str]:
        """What catalogues tell messages apart by."""
        return self.context, self.text


@dataclass(frozen=True, slots=True)
class Unreadable:
    """A mark on something that is not written out, so that no translator would ever see it."""

    place: str
    line: int


@cache
def collect(package: Path = PACKAGE) -> dict[tuple[str, str], Message]:
    """Return every message of the product, in order of the files; read once."""
    found: dict[tuple[str, str], Message] = {}
    for path in _sources(package):
        place = path.relative_to(package).as_posix()
        text = path.read_text(encoding="utf-8")
        messages = in_python(text, place) if path.suffix == ".py" else in_template(text, place)
        for message in messages:
            known = found.get(message.key, replace(message, places=(), comments=()))
            found[message.key] = replace(
                known,
                plural=known.plural or message.plural,
                places=tuple(dict.fromkeys((*known.places, *message.places))),
                comments=tuple(dict.fromkeys((*known.comments, *message.comments))),
            )
    return found


def in_python(source: str, place: str) -> Iterator[Message]:
    """Yield the messages of a Python file."""
    lines = source.splitlines()
    for call, function in _marked_calls(ast.parse(source)):
        words = [text for argument in call.args if (text := _text(argument)) is not None]
        message = _message(function, words, place)
        if message is not None:
            yield replace(message, comments=_comments_above(lines, call.lineno))


def unreadable_in_python(source: str, place: str) -> Iterator[Unreadable]:
    """Yield the marks on anything but written-out words: formatted, added, or held in a variable."""
    for call, function in _marked_calls(ast.parse(source)):
        words = [_text(argument) for argument in call.args[: _number_of_words(function)]]
        if not words or None in words:
            yield Unreadable(place, call.lineno)


def in_template(source: str, place: str) -> Iterator[Message]:
    """Yield the messages of a template, those in dynamic attributes of components among them."""
    marked = templatize(source, origin=place)
    in_attributes = (words for part in _COTTON_ATTRIBUTE.findall(source) for words in constant_re.findall(part))
    for text in (marked, *(f"_({words})" for words in in_attributes)):
        for match in _MARKED_IN_TEMPLATE.finditer(text):
            function = "gettext" if match[1] == "_" else match[1]
            message = _message(function, _texts_from(text, match.end()), place)
            if message is not None:
                yield message


def update(catalogue: Path, messages: Iterable[Message], *, language: str) -> polib.POFile:
    """Bring one catalogue in step with the messages, keeping what has been translated; return it as written."""
    known = polib.pofile(str(catalogue), wrapwidth=0) if catalogue.exists() else polib.POFile(wrapwidth=0)
    translated = {(entry.msgctxt or "", entry.msgid): entry for entry in known if not entry.obsolete}
    new = polib.POFile(wrapwidth=0)
    new.metadata = {
        "Language": language,
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
        "Plural-Forms": PLURALS[language],
    }
    for message in messages:
        new.append(_entry(message, translated.get(message.key), forms=number_of_forms(language)))
    catalogue.parent.mkdir(parents=True, exist_ok=True)
    text = f"{new}\n".replace("\r\n", "\n")
    if not catalogue.exists() or catalogue.read_text(encoding="utf-8") != text:
        catalogue.write_text(text, encoding="utf-8")
    return new


def number_of_forms(language: str) -> int:
    """Return how many plural forms a language has."""
    return int(PLURALS[language].partition(";")[0].partition("=")[2])


def placeholders(text: str) -> tuple[str, ...]:
    """Return the placeholders of a message, sorted: a translation must keep them all."""
    return tuple(sorted(_PLACEHOLDER.findall(text.replace("%%", ""))))


def catalogue_of(language: str, package: Path = PACKAGE) -> Path:
    """Return where the catalogue of a language lies."""
    return package / "locale" / language / "LC_MESSAGES" / "django.po"


def main() -> None:
    """Update all catalogues and print how much of each is left to translate."""
    messages = list(collect().values())
    print(f"{len(messages)} messages are marked for translation.")
    for language in PLURALS:
        catalogue = update(catalogue_of(language), messages, language=language)
        left = [entry for entry in catalogue if not entry.translated()]
        print(f"{language:8} {len(left)} to translate")


def _sources(package: Path) -> list[Path]:
    files = (path for path in package.rglob("*") if path.is_file() and "migrations" not in path.parts)
    return sorted(
        path for path in files if path.suffix == ".py" or (path.suffix in TEMPLATE_KINDS and "templates" in path.parts)
    )


def _marked_calls(tree: ast.Module) -> Iterator[tuple[ast.Call, str]]:
    """Yield the calls of translation functions, whatever names they were imported under, in order of their lines."""
    names: dict[str, str] = {}
    modules: set[str] = set()
    for node in ast.walk(tree):
        if not isinstance(node, ast.ImportFrom):
            continue
        for alias in node.names:
            if node.module == "django.utils.translation" and alias.name in MARKS:
                names[alias.asname or alias.name] = alias.name
            elif node.module == "django.utils" and alias.name == "translation":
                modules.add(alias.asname or alias.name)
    calls = sorted(
        (node for node in ast.walk(tree) if isinstance(node, ast.Call)), key=lambda c: (c.lineno, c.col_offset)
    )
    for call in calls:
        called = call.func
        if isinstance(called, ast.Name) and called.id in names:
            yield call, names[called.id]
        elif (
            isinstance(called, ast.Attribute)
            and isinstance(called.value, ast.Name)
            and called.value.id in modules
            and called.attr in MARKS
        ):
            yield call, called.attr


def _message(function: str, words: list[str], place: str) -> Message | None:
    if len(words) < _number_of_words(function):
        return None
    function = function.removesuffix("_lazy").removesuffix("_noop")
    match function:
        case "ngettext":
            return Message(words[0], plural=words[1], places=(place,))
        case "pgettext":
            return Message(words[1], context=words[0], places=(place,))
        case "npgettext":
            return Message(words[1], plural=words[2], context=words[0], places=(place,))
        case _:
            return Message(words[0], places=(place,))


def _number_of_words(function: str) -> int:
    if function in _PLURAL_IN_CONTEXT:
        return 3
    return 1 if function in _PLAIN else 2


def _text(node: ast.expr) -> str | None:
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else None


def _texts_from(text: str, start: int) -> list[str]:
    """Return the string literals that stand in a row, separated by commas, from `start`."""
    words: list[str] = []
    literal = re.compile(r"""u?(?:"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*')""", re.DOTALL)
    while match := literal.match(text, start):
        words.append(str(ast.literal_eval(match[0].removeprefix("u"))))
        start = match.end()
        separator = re.compile(r"\s*,\s*").match(text, start)
        if separator is None:
            break
        start = separator.end()
    return words


def _comments_above(lines: list[str], number: int) -> tuple[str, ...]:
    above: list[str] = []
    for line in reversed(lines[: number - 1]):
        if not line.strip().startswith("#"):
            break
        above.insert(0, line.strip().lstrip("# "))
    words = " ".join(above)
    return (words,) if words.startswith("Translators") else ()


def _entry(message: Message, known: polib.POEntry | None, *, forms: int) -> polib.POEntry:
    entry = polib.POEntry(
        msgid=message.text,
        msgctxt=message.context or None,
        occurrences=[(place, "") for place in message.places],
        comment="\n".join(message.comments),
        flags=["python-format"] if placeholders(message.text) or placeholders(message.plural) else [],
    )
    if message.plural:
        old = dict(known.msgstr_plural) if known is not None else {}
        entry.msgid_plural = message.plural
        entry.msgstr_plural = {form: old.get(form, "") for form in range(forms)}
    elif known is not None:
        entry.msgstr = known.msgstr
    return entry


if __name__ == "__main__":
    main()
