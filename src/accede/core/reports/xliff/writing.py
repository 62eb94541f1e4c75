"""Write a sheet as XLIFF, as OmegaT, Weblate and translation services read it."""

from collections.abc import Callable, Iterator
from enum import StrEnum
from html import escape

from accede.core.reports.xliff.units import Sheet, Unit, parts

_TAGS = {"zh-hans": "zh-Hans"}
_NEVER = dict.fromkeys((*range(9), 11, 12, *range(14, 32), 65534, 65535))


class Version(StrEnum):
    """The versions that are written."""

    TWELVE = "1.2"
    TWENTY = "2.0"


def tag_of(language: str) -> str:
    """Return a language as BCP 47 writes it."""
    return _TAGS.get(language, language)


def written(sheet: Sheet, version: Version) -> bytes:
    """Return a sheet as a file; figures are placeholders, which tools protect, with their text for whoever reads it."""
    return "\n".join((_twelve if version is Version.TWELVE else _twenty)(sheet)).encode() + b"\n"


def _twelve(sheet: Sheet) -> Iterator[str]:
    yield '<?xml version="1.0" encoding="UTF-8"?>'
    yield '<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2">'
    languages = f'source-language="{tag_of(sheet.source_language)}" target-language="{tag_of(sheet.target_language)}"'
    yield f'  <file original="{_said(sheet.name)}" datatype="plaintext" {languages}>'
    yield "    <body>"
    for one in sheet.units:
        yield f'      <trans-unit id="{_said(one.key)}" xml:space="preserve">'
        yield f"        <source>{_text(one.source, _placeholder_twelve)}</source>"
        if one.target:
            state = "translated" if one.is_current else "needs-review-translation"
            yield f'        <target state="{state}">{_text(one.target, _placeholder_twelve, like=one.source)}</target>'
        if one.note:
            yield f"        <note>{_said(one.note)}</note>"
        yield "      </trans-unit>"
    yield "    </body>"
    yield "  </file>"
    yield "</xliff>"


def _twenty(sheet: Sheet) -> Iterator[str]:
    languages = f'srcLang="{tag_of(sheet.source_language)}" trgLang="{tag_of(sheet.target_language)}"'
    yield '<?xml version="1.0" encoding="UTF-8"?>'
    yield f'<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.0" {languages}>'
    yield f'  <file id="f1" original="{_said(sheet.name)}">'
    for one in sheet.units:
        yield from _unit_twenty(one)
    yield "  </file>"
    yield "</xliff>"


def _unit_twenty(one: Unit) -> Iterator[str]:
    yield f'    <unit id="{_said(one.key)}" xml:space="preserve">'
    if one.note:
        yield f"      <notes><note>{_said(one.note)}</note></notes>"
    state = "initial" if not one.target else "translated" if one.is_current else "initial"
    yield f'      <segment state="{state}">'
    yield f"        <source>{_text(one.source, _placeholder_twenty)}</source>"
    if one.target:
        yield f"        <target>{_text(one.target, _placeholder_twenty, like=one.source)}</target>"
    yield "      </segment>"
    yield "    </unit>"


def _text(text: str, placeholder: Callable[[int, str], str], like: str = "") -> str:
    """Return a text with its placeholders; in a translation they have the numbers that they have in the source."""
    numbers = _numbers(like or text)
    written_so_far: dict[str, int] = {}
    found = []
    for part, number in parts(text):
        if not number:
            found.append(_said(part))
            continue
        name = " ".join(part.split())
        times = written_so_far.get(name, 0)
        known = numbers.get(name, [])
        written_so_far[name] = times + 1
        found.append(placeholder(known[times], part) if times < len(known) else _said(part))
    return "".join(found)


def _numbers(text: str) -> dict[str, list[int]]:
    found: dict[str, list[int]] = {}
    for part, number in parts(text):
        if number:
            found.setdefault(" ".join(part.split()), []).append(number)
    return found


def _placeholder_twelve(number: int, text: str) -> str:
    return f'<x id="{number}" ctype="x-figure" equiv-text="{_said(text)}"/>'


def _placeholder_twenty(number: int, text: str) -> str:
    return f'<ph id="{number}" equiv="{_said(text)}" disp="{_said(text)}"/>'


def _said(text: str) -> str:
    return escape(text.translate(_NEVER), quote=True)
