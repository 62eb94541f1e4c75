"""Words of a law as the matching compares them: folded, and cut to a stem lightly; Chinese as pairs of characters.

The stems are our own short lists of endings: they need only bring a question and a provision together, and what they
bring together wrongly the weights of rare words outweigh.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache

LANGUAGES = ("ar", "en", "es", "fr", "ru", "zh")
_SHORTEST_STEM = 4

_WORD = re.compile(r"[0-9]+|[^\W\d_]+", re.UNICODE)
_HAN = re.compile(r"[\u4e00-\u9fff]")

_STOP = {
    "en": "the a an of to in or and is are be been by for on at as that this which any such it its with"
    " from who whom he she"
    " his her not no if under other may shall has have had was were person section subsection paragraph act part",
    "fr": "le la les l qu c j m un une des du de d et ou en au aux a est sont par pour sur dans que qui"
    " ce cette ces se s son sa ses"
    " il elle ils ne pas n si ou dont leur leurs article alinea paragraphe toute tout tous",
    "es": "el la los las un una de del y o u e en al a es son por para sobre con que se su sus lo no si"
    " como cuyo este esta"
    " articulo inciso parrafo toda todo quien cual",
    "ru": "и в во на по с со к ко о об от до за из у не или а но что как это его ее их для при если же бы ли то так"
    " статья статьи статьей часть части настоящего пункт",
    "ar": "من في على إلى الى عن أو او و أن ان التي الذي هذا هذه كل ما لا لم أي اي قد مع بها به ذلك تلك مادة المادة",
    "zh": "",
}  # fmt: skip
STOP_WORDS = {language: frozenset(words.split()) for language, words in _STOP.items()}

_ENDINGS = {
    "en": "izations ization ational ations ation ements ement iveness fulness ingly ments ment ities ity"
    " ances ance ences"
    " ence ables able ibles ible ings ing ions ion ives ive ists ist ors or ers er ies ied als al"
    " edly ed ly es s e y",
    "fr": "issements issement trices trice ements ement ations ation euses euse ateurs ateur ites ite"
    " ances ance ences ence"
    " ives ive ifs if ions ion eurs eur ees ee ants ant ents ent aux ales ale al es er ez ir is it ie e s x",
    "es": "amientos amiento imientos imiento aciones acion idades idad adores adora ador mente ancias"
    " ancia encias encia"
    " iones ion ivos ivas ivo iva ados adas ado ada idos idas ido ida antes ante ares ales ar er"
    " ir os as es al o a e s",
    "ru": "иями ями ами ированию ирования ирование ования ование ованию енного ения ение ению ению остью"
    " ости ость ациям"
    " ацией ации ация ацию ического ических ическая ический ические ного ному ными ных ной ная ное"
    " ный ные ную ого его ому"
    " ему ыми ими ых их ой ей ая яя ое ее ый ий ые ие ую юю ов ев ем ом ам ям ах ях ию ия ии ие ть"
    " ся а я о е ы и у ю ь й",
}  # fmt: skip
_SORTED_ENDINGS = {
    language: tuple(sorted(set(words.split()), key=len, reverse=True)) for language, words in _ENDINGS.items()
}
_FOLDED_ARABIC = str.maketrans({"أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ى": "ي", "ة": "ه", "ؤ": "و", "ئ": "ي"})
_ARABIC_BEFORE = ("وبال", "وال", "بال", "فال", "كال", "لل", "ال", "و")
_ARABIC_AFTER = ("اتها", "ات", "ون", "ين", "ان", "يه", "ها", "هم", "ه", "ي")


def language_of(text: str) -> str:
    """Return the language in which a text is written, of the six; a text in another Latin script counts as English."""
    sample = text[:200_000]
    scripts = {
        "zh": len(_HAN.findall(sample)) * 3,
        "ar": len(re.findall(r"[\u0620-\u064a]", sample)),
        "ru": len(re.findall(r"[\u0400-\u04ff]", sample)),
        "": len(re.findall(r"[A-Za-z]", sample)),
    }
    script = max(scripts, key=lambda key: scripts[key])
    if script:
        return script
    words = Counter(folded(word) for word in _WORD.findall(sample[:60_000]))
    counts = {language: sum(words[one] for one in STOP_WORDS[language]) for language in ("en", "es", "fr")}
    return max(counts, key=lambda language: counts[language])


def folded(word: str) -> str:
    """Return a word in small letters without accents."""
    plain = unicodedata.normalize("NFD", word.lower())
    return unicodedata.normalize(
        "NFC", "".join(char for char in plain if not unicodedata.combining(char) or char == "\u0306")
    )


def terms(text: str, language: str) -> list[str]:
    """Return the terms of a text in the order in which they stand, without words that say nothing."""
    return list(_terms(text, language))


def _terms(text: str, language: str) -> Iterator[str]:
    for word in _WORD.findall(text):
        if _HAN.match(word):
            simple = word.translate(_SIMPLE)
            yield from (simple[at : at + 2] for at in range(len(simple) - 1))
        else:
            stem = stem_of(word, language)
            if stem:
                yield stem


@lru_cache(maxsize=200_000)
def stem_of(word: str, language: str) -> str:
    """Return the stem of a word, or nothing where the word says nothing."""
    plain = folded(word)
    if plain in STOP_WORDS.get(language, ()) or len(plain) < 2:
        return ""
    if language == "ar":
        return _arabic_stem(plain)
    for ending in _SORTED_ENDINGS.get(language, ()):
        if plain.endswith(ending) and len(plain) - len(ending) >= _SHORTEST_STEM:
            return plain[: -len(ending)]
    return plain


def _arabic_stem(word: str) -> str:
    stem = word.translate(_FOLDED_ARABIC)
    for before in _ARABIC_BEFORE:
        if stem.startswith(before) and len(stem) - len(before) >= 3:
            stem = stem[len(before) :]
            break
    for after in _ARABIC_AFTER:
        if stem.endswith(after) and len(stem) - len(after) >= 3:
            return stem[: -len(after)]
    return stem


_TRADITIONAL = (
    "資產恐動組織團體輔幫罰財罪條適轄權國際約領處對過監護從當應關係為經營違規擊殺傷襲劫航機運輸設備電報務"
    "員額質綁託調證據凍結沒繳協請審執檢隨場開門級黨軍實類舉議決訴訟並聯個專業數標誌無損壞則屬間與會樣導嚴"
    "種製買賣藥彈槍藏飛艦隻洩險線傳遞給貨幣銀帳戶錄顧辦單層責後發還駛強壓脅廢氣災裝載讓擔獲虛構轉準進隱"
)
_SIMPLIFIED = (
    "资产恐动组织团体辅帮罚财罪条适辖权国际约领处对过监护从当应关系为经营违规击杀伤袭劫航机运输设备电报务"
    "员额质绑托调证据冻结没缴协请审执检随场开门级党军实类举议决诉讼并联个专业数标志无损坏则属间与会样导严"
    "种制买卖药弹枪藏飞舰只泄险线传递给货币银账户录顾办单层责后发还驶强压胁废气灾装载让担获虚构转准进隐"
)
_SIMPLE = str.maketrans(dict(zip(_TRADITIONAL, _SIMPLIFIED, strict=True)))
