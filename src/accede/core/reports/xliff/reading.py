"""Read a translation that came back, as tools write it: segments put together, marks of segments taken away."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from defusedxml import DefusedXmlException, ElementTree

from accede.core.explain import Reason
from accede.core.reports.xliff.units import Back, Wrong
from accede.core.reports.xliff.writing import tag_of

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_TWELVE = "urn:oasis:names:tc:xliff:document:1.2"
_TWENTY = ("urn:oasis:names:tc:xliff:document:2.0", "urn:oasis:names:tc:xliff:document:2.1")
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_PLACEHOLDERS = frozenset({"x", "ph", "bx", "ex", "it", "bpt", "ept", "sc", "ec", "sm", "em"})
_MARKS = frozenset({"mrk", "g", "pc", "sub"})
_NOT_DONE = frozenset({"needs-translation", "needs-adaptation", "needs-l10n"})
"""States of XLIFF 1.2 whose target is no translation yet."""
_NOT_FINAL = frozenset({"new", "initial", "needs-review-translation", "needs-review-adaptation", "needs-review-l10n"})
"""States that stand on what we sent out as out of date, and that some tools leave on what was translated since."""


class NoXliff(ValueError):  # noqa: N818  (a judgement on a file)
    """The file is no XLIFF from which a translation could be taken; `reason` says why."""

    def __init__(self, reason: Reason) -> None:
        self.reason = reason
        super().__init__(reason.code)


@dataclass(frozen=True, slots=True)
class CameBack:
    """What a file holds.

    Attributes:
        units: those that have a translation.
        untranslated: the keys of those that have none yet.
        wrong: what cannot be read of a unit: a placeholder that the source has not.
    """

    source_language: str
    target_language: str
    units: tuple[Back, ...]
    untranslated: tuple[str, ...]
    wrong: tuple[Wrong, ...]


def read(content: bytes) -> CameBack:
    """Return what a file holds.

    Raises:
        NoXliff: it is no XML, no XLIFF 1.2 or 2.x, names no languages, or says one unit twice.
    """
    try:
        root: Element = ElementTree.fromstring(content)
    except (ElementTree.ParseError, DefusedXmlException, ValueError, LookupError, RecursionError) as error:
        raise NoXliff(Reason("xliff.no_xml")) from error
    namespace, _, name = root.tag.rpartition("}")
    namespace = namespace.lstrip("{")
    if name != "xliff" or namespace not in {_TWELVE, *_TWENTY, ""}:
        raise NoXliff(Reason("xliff.no_xliff"))
    is_twelve = namespace == _TWELVE or (not namespace and root.get("version", "").startswith("1"))
    reading = _Reading()
    languages = dict.fromkeys(reading.twelve(root) if is_twelve else reading.twenty(root))
    if len(languages) != 1 or not all(next(iter(languages))):
        raise NoXliff(
            Reason("xliff.languages", {"languages": ", ".join(f"{a or '–'} → {b or '–'}" for a, b in languages)})
        )
    if reading.twice:
        raise NoXliff(Reason("xliff.twice", {"unit": reading.twice}))
    ((source, target),) = languages
    return CameBack(source, target, tuple(reading.units), tuple(reading.untranslated), tuple(reading.wrong))


def is_pair(found: CameBack, source: str, target: str) -> bool:
    """Return whether a file is from one language into the other: regions are left aside, scripts of Chinese are not."""
    return _same_language(found.source_language, source) and _same_language(found.target_language, target)


def _same_language(written: str, language: str) -> bool:
    tag, wanted = written.replace("_", "-").lower().split("-"), tag_of(language).lower().split("-")
    if tag[0] != wanted[0]:
        return False
    # Chinese in Traditional characters is another text; of the others a region is the same language.
    return tag[0] != "zh" or not {"hant", "tw", "hk", "mo"} & set(tag[1:])


class _Reading:
    """Collects units."""

    def __init__(self) -> None:
        self.units: list[Back] = []
        self.untranslated: list[str] = []
        self.wrong: list[Wrong] = []
        self.twice = ""
        self._seen: set[str] = set()

    def twelve(self, root: "Element") -> Iterator[tuple[str, str]]:
        for file in _all(root, "file"):
            yield file.get("source-language", ""), file.get("target-language", "")
            for unit in _all(file, "trans-unit"):
                source, target = _child(unit, "source"), _child(unit, "target")
                state = target.get("state", "") if target is not None else ""
                texts = self._texts(_key(unit), [(source, target)])
                is_copy = texts[0] == texts[1] and state in _NOT_FINAL
                is_done = state not in _NOT_DONE and not is_copy
                self._add(_key(unit), *texts, is_done=is_done, is_final=state not in _NOT_FINAL)

    def twenty(self, root: "Element") -> Iterator[tuple[str, str]]:
        yield root.get("srcLang", ""), root.get("trgLang", "")
        for unit in _all(root, "unit"):
            pairs = []
            for part in unit.iter():
                if _name(part) in {"segment", "ignorable"}:
                    source, target = _child(part, "source"), _child(part, "target")
                    # What stands between segments has a target only where a translator changed it.
                    between = _name(part) == "ignorable" and target is None
                    pairs.append((source, source if between else target))
            done = [target is not None for (_source, target) in pairs]
            states = {part.get("state", "") for part in unit.iter() if _name(part) == "segment"}
            texts = self._texts(_key(unit), pairs)
            is_final = not states & _NOT_FINAL
            is_copy = texts[0] == texts[1] and not is_final
            self._add(_key(unit), *texts, is_done=all(done) and not is_copy, is_final=is_final)

    def _texts(self, key: str, pairs: "list[tuple[Element | None, Element | None]]") -> tuple[str, str]:
        known: dict[str, str] = {}
        source = "".join(_said(one, known, []) for one, _target in pairs if one is not None)
        strange: list[str] = []
        target = "".join(_said(one, dict(known), strange) for _source, one in pairs if one is not None)
        self.wrong += [Wrong(key, Reason("xliff.strange", {"figure": one})) for one in strange]
        return _tidied(source), _tidied(target)

    def _add(self, key: str, source: str, target: str, *, is_done: bool, is_final: bool) -> None:
        if key in self._seen:
            self.twice = self.twice or key
        self._seen.add(key)
        if target and is_done:
            self.units.append(Back(key, source, target, is_final))
        else:
            self.untranslated.append(key)


def _said(element: "Element", known: dict[str, str], strange: list[str]) -> str:
    """Return the text of a source or target; placeholders become again what they stand for."""
    found = [element.text or ""]
    for one in element:
        name = _name(one)
        if name in _PLACEHOLDERS:
            found.append(_stands_for(one, known, strange))
        elif name in _MARKS:
            found.append(_said(one, known, strange))
        elif name == "cp":
            strange.append("cp")
        found.append(one.tail or "")
    return "".join(found)


def _stands_for(one: "Element", known: dict[str, str], strange: list[str]) -> str:
    number = one.get("id") or one.get("xid") or ""
    said = one.get("equiv-text") or one.get("equiv") or one.get("disp") or "".join(one.itertext())
    if number in known:
        return known[number]
    if said.startswith("{") and said.endswith("}"):
        known.setdefault(number, said)
        return said
    strange.append(said or f"<{_name(one)} id={number}>")
    return ""


def _tidied(text: str) -> str:
    return " ".join(text.split())


def _key(unit: "Element") -> str:
    return unit.get("id", "")


def _name(element: "Element") -> str:
    return str(element.tag).rpartition("}")[2]


def _all(element: "Element", name: str) -> Iterator["Element"]:
    return (one for one in element.iter() if _name(one) == name)


def _child(element: "Element", name: str) -> "Element | None":
    return next((one for one in element if _name(one) == name), None)
