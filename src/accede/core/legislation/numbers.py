"""Numbers of provisions as the drafting traditions write them, and one form of each for citing and sorting.

205¹ is 205.1 and not 2051; 1er and 1º are 1; 4 bis is 4bis; 第九十八條之二 is 98-2; المادة الثانية والتسعون is 92.
"""

import re

SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹"
_PLAIN_DIGITS = str.maketrans("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹０１２３４５６７８９", "0123456789" * 3)
_DASHES = str.maketrans({"–": "-", "‑": "-", "‐": "-", "−": "-"})
LATIN_SUFFIXES = "bis|ter|quater|quinquies|sexies|septies|octies|nonies|decies"

LATIN = (
    rf"(?:(?:LO|[LRDA])\.?\s?)?\*{{0,2}}[0-9]{{1,4}}(?:[.\-–‑][0-9]{{1,4}})*(?:-?[A-Z]{{1,3}}\b)?[{SUPERSCRIPTS}]*"
    rf"(?:(?:er|ère|re|º|°|ª|o)(?![A-Za-z]))?(?:[\s*]{{0,5}}(?:{LATIN_SUFFIXES})\b)?(?:-[A-Z0-9]{{1,2}}\b)?"
)
"""A number in Latin or Cyrillic scripts, with what the traditions hang on it."""
ROMAN = r"[IVXLC]{1,7}"
CHINESE = r"[0-9０-９一二三四五六七八九十百千零〇两]{1,9}(?:\s*[-之－]\s*[0-9一二三四五六七八九十]{1,4})?"

_CHINESE_DIGITS = {char: value for value, char in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
_CHINESE_PLACES = {"十": 10, "百": 100, "千": 1000}

_ARABIC_ONES = {
    "الأولى": 1, "الاولى": 1, "األولى": 1, "الأول": 1, "الحادية": 1, "الثانية": 2, "الثاني": 2, "الثالثة": 3, "الثالث": 3,
    "الرابعة": 4, "الرابع": 4, "الخامسة": 5, "الخامس": 5, "السادسة": 6, "السادس": 6, "السابعة": 7, "السابع": 7,
    "الثامنة": 8, "الثامن": 8, "التاسعة": 9, "التاسع": 9, "العاشرة": 10, "العاشر": 10,
}  # fmt: skip
_ARABIC_TENS = {
    "عشرة": 10, "عشر": 10, "العشرون": 20, "والعشرون": 20, "العشرين": 20, "والعشرين": 20, "الثلاثون": 30, "والثلاثون": 30,
    "الأربعون": 40, "والأربعون": 40, "الخمسون": 50, "والخمسون": 50, "الستون": 60, "والستون": 60, "السبعون": 70,
    "والسبعون": 70, "الثمانون": 80, "والثمانون": 80, "التسعون": 90, "والتسعون": 90, "المائة": 100, "المئة": 100,
    "بعد": 0,
}  # fmt: skip
_ARABIC_WORD = "|".join(sorted({*_ARABIC_ONES, *_ARABIC_TENS}, key=len, reverse=True))
ARABIC = rf"(?:[0-9٠-٩]{{1,4}}(?:[-–][0-9٠-٩]{{1,4}}){{0,2}}|(?:{_ARABIC_WORD})(?:\s+(?:{_ARABIC_WORD})){{0,4}})"

_WORDS = {
    "premier": 1, "première": 1, "unique": 1, "único": 1, "primero": 1, "segundo": 2, "tercero": 3, "cuarto": 4,
    "quinto": 5, "sexto": 6, "séptimo": 7, "octavo": 8, "noveno": 9, "décimo": 10, "first": 1, "second": 2, "third": 3,
    "первая": 1, "вторая": 2, "третья": 3,
}  # fmt: skip
ORDINAL_WORDS = "|".join(_WORDS)


def normal(written: str) -> str:
    """Return the form of a number by which it is cited and compared: `205¹` gives `205.1`, `1er` gives `1`."""
    text = written.translate(_PLAIN_DIGITS).translate(_DASHES).replace("*", " ").strip()
    if any(char in text for char in "一二三四五六七八九十百"):
        return "-".join(str(_chinese(part.strip())) for part in re.split(r"[-之－]", text))
    if re.search(r"[\u0600-\u06ff]", text):
        return _arabic(text)
    if text.lower() in _WORDS:
        return str(_WORDS[text.lower()])
    text = re.sub(rf"([{SUPERSCRIPTS}]+)", lambda found: "." + _lowered(found.group(1)), text)
    text = re.sub(r"(?<=[0-9])(?:er|ère|re|º|°|ª|o)(?![A-Za-z])", "", text)
    text = re.sub(r"^(LO|[LRDA])\.?\s?(?=[0-9])", r"\1", text)
    return re.sub(r"\s+", "", text).rstrip(".-")


def sort_key(number: str) -> tuple[tuple[int, str], ...]:
    """Return what sorts numbers as a code does: 4, 4bis, 4-A, 5, 10."""
    parts = re.findall(r"[0-9]+|[^0-9.\-]+", number)
    return tuple((int(part), "") if part.isdigit() else (-1, _suffix_rank(part)) for part in parts)


def _suffix_rank(suffix: str) -> str:
    names = LATIN_SUFFIXES.split("|")
    return f"{names.index(suffix):02d}" if suffix in names else suffix


def _lowered(superscript: str) -> str:
    return "".join(str(SUPERSCRIPTS.index(char)) for char in superscript)


def _chinese(text: str) -> int:
    if text.isdigit():
        return int(text)
    total, digit = 0, 0
    for char in text:
        if char in _CHINESE_PLACES:
            total += (digit or 1) * _CHINESE_PLACES[char]
            digit = 0
        else:
            digit = digit * 10 + _CHINESE_DIGITS[char] if char in _CHINESE_DIGITS else digit
    return total + digit


def _arabic(text: str) -> str:
    total = 0
    for word in text.split():
        total += _ARABIC_ONES.get(word, 0) + _ARABIC_TENS.get(word, 0)
    return str(total) if total else re.sub(r"\s+", "", text)
