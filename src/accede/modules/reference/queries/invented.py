"""Invented States: those of the sample programme, under codes that ISO 3166-1 leaves to its users (XAA to XZZ).

Their names say that they are samples. No table of States holds them, so that no total, list or file of the real record
can.
"""

from collections.abc import Mapping

_NAMES: Mapping[str, Mapping[str, str]] = {
    "XSA": {
        "ar": "سامبلونيا (نموذج)",
        "en": "Samplonia (sample)",
        "es": "Samplonia (muestra)",
        "fr": "Samplonie (exemple)",
        "ru": "Самплония (образец)",
        "zh": "桑普洛尼亚（示例）",
    },
    "XSB": {
        "ar": "إكسامبليا (نموذج)",
        "en": "Examplia (sample)",
        "es": "Ejemplia (muestra)",
        "fr": "Examplie (exemple)",
        "ru": "Экзамплия (образец)",
        "zh": "埃克桑普利亚（示例）",
    },
}


def invented_name(code: str, *, language: str) -> str:
    """Return what an invented State is called in a language; nothing for every other code."""
    names = _NAMES.get(code, {})
    return names.get(language.split("-", maxsplit=1)[0].lower(), names.get("en", ""))
