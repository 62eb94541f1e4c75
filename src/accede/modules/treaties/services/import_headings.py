"""What the headings of lists of parties mean: who, which act, on which day, with effect from when.

The headings are those of the depositaries and of the databases that follow them, in the six languages; the letters,
those of each list (`letters_of`). They are descriptions of public lists, not texts of them.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cache

from django.utils import translation

from accede.core.treaties.acts import ActKind
from accede.foundation.imports.bounds import LONGEST_HEADING
from accede.foundation.texts import folded
from accede.modules.treaties.fields.codes import ACT_WORDS

LANGUAGES = ("en", "ar", "es", "fr", "ru", "zh-hans")


class Role(StrEnum):
    """What a column is for."""

    WHO = "who"
    KIND = "kind"
    DAY = "day"
    EFFECT = "effect"
    END = "end"
    """The day on which a denunciation takes effect."""
    ASIDE = "aside"
    """Nothing of which the record makes an act: numbers of rows, remarks whose text is not given."""


def _all(*names: str) -> frozenset[str]:
    return frozenset(folded(name) for name in names)


ROLES: Mapping[Role, frozenset[str]] = {
    Role.WHO: _all(
        *("participant", "participants", "state", "states", "state party", "states parties", "party", "parties"),
        *("country", "countries", "country/organization", "state/organization", "contracting state"),
        *("contracting party", "contracting government", "name of state", "member state", "nation"),
        *("état", "états", "état partie", "partie", "parties", "pays", "pays/organisation", "état contractant"),
        *("partie contractante", "nom de l’État", "participant(e)s"),
        *("estado", "estados", "estado parte", "parte", "partes", "país", "países", "estado contratante"),
        *("parte contratante", "participante", "participantes"),
        *("государство", "государства", "государство-участник", "страна", "сторона", "участник", "участники"),
        *("договаривающееся государство",),
        *("国家", "国家名称", "缔约国", "缔约方", "当事国", "参加国", "国名", "参加方"),
        *(
            "الدولة",
            "الدول",
            "دولة",
            "الدولة الطرف",
            "الدول الأطراف",
            "البلد",
            "الطرف",
            "الأطراف",
            "المشارك",
            "المشاركون",
        ),
        *("partij", "land", "staat"),
    ),
    Role.KIND: _all(
        *("kind", "act", "action", "kind of act", "type of action", "treaty action", "type", "instrument deposited"),
        *("means", "means of consent", "acte", "type d’acte", "nature de l’acte", "acto", "tipo de acto", "acción"),
        *("действие", "вид действия", "акт", "行为", "行动", "行为类型", "الإجراء", "نوع الإجراء", "العمل"),
    ),
    Role.DAY: _all(
        *("on", "date", "day", "act date", "date of act", "date of action", "taken on", "day of the act"),
        *("date of notification/deposit", "date of deposit", "deposit date", "deposit", "date of receipt", "deposited"),
        *("date of deposit of instrument", "date of deposit of expression of consent to be bound", "date deposited"),
        *("date of notification", "means/date of deposit of expression of consent to be bound"),
        *("date of signature or deposit of instrument", "date of deposit or signature", "date of registration"),
        *("jour", "date de l’acte", "date de dépôt", "date du dépôt", "date de dépôt de l’instrument", "dépôt"),
        *("date de notification/dépôt", "date de la notification", "date de la notification/du dépôt"),
        *("fecha", "día", "fecha del acto", "fecha de depósito", "fecha del depósito", "depósito"),
        *("fecha de notificación/depósito", "fecha de depósito del instrumento"),
        *("дата", "день", "дата акта", "дата действия", "дата сдачи на хранение", "сдача на хранение"),
        *("дата сдачи на хранение документа", "дата уведомления/сдачи на хранение"),
        *("日期", "行为日期", "交存日期", "交存", "交存文书日期", "通知/交存日期"),
        *("التاريخ", "اليوم", "تاريخ الإجراء", "تاريخ الإيداع", "الإيداع", "تاريخ إيداع الصك", "تاريخ الإخطار/الإيداع"),
    ),
    Role.EFFECT: _all(
        *("in force on", "in_force_on", "in force", "entry into force", "date of entry into force", "effective date"),
        *("effective on", "date of effect", "date of entry into force of convention", "effect", "effective"),
        *("date of entry into force of protocol", "date of entry into force of the convention", "comes into force"),
        *("date of entry into force or succession", "date of coming into force", "date effective", "into force"),
        *("entrée en vigueur", "date d’entrée en vigueur", "date d’effet", "date de prise d’effet", "en vigueur le"),
        *("entrada en vigor", "fecha de entrada en vigor", "fecha de efecto", "en vigor", "fecha de vigencia"),
        *("вступление в силу", "дата вступления в силу", "в силе с", "дата вступления"),
        *("生效", "生效日期", "生效日", "بدء النفاذ", "تاريخ بدء النفاذ", "تاريخ النفاذ", "تاريخ السريان"),
        *("in werking", "inwerkingtreding", "datum inwerkingtreding"),
    ),
    Role.END: _all(
        *("termination", "date of termination", "buiten werking", "effective date of denunciation"),
        *("date d’effet de la dénonciation", "fecha de efecto de la denuncia"),
    ),
    Role.ASIDE: _all("no", "no.", "nr", "#", "n°", "nº", "№", "序号", "الرقم", "número", "numéro", "номер", "lp"),
}
"""Headings by what they are for; where one could be two things, the table as a whole decides."""

_KINDS: Mapping[ActKind, frozenset[str]] = {
    ActKind.SIGNATURE: _all(
        *("signature", "signed", "signatories", "ondertekening", "firma", "firmado", "подписание", "подписано", "签署"),
        *("التوقيع", "succession to signature", "confirmation of signature", "simple signature"),
    ),
    ActKind.DEFINITIVE_SIGNATURE: _all(
        *("definitive signature", "signature définitive", "firma definitiva", "окончательное подписание"),
        *("signature without reservation as to ratification", "signature without reservation or requirement of"),
    ),
    ActKind.RATIFICATION: _all(
        "ratification", "ratified", "ratificatie", "ratificación", "ратификация", "批准", "التصديق"
    ),
    ActKind.ACCEPTANCE: _all("acceptance", "accepted", "acceptation", "aceptación", "принятие", "接受", "القبول"),
    ActKind.APPROVAL: _all(
        "approval", "approved", "approbation", "aprobación", "утверждение", "核准", "الموافقة", "الإقرار"
    ),
    ActKind.ACCESSION: _all(
        *("accession", "acceded", "adhesion", "adhésion", "adhesión", "присоединение", "加入", "الانضمام", "toetreding")
    ),
    ActKind.SUCCESSION: _all(
        *(
            "succession",
            "succeeded",
            "succession notified",
            "sucesión",
            "правопреемство",
            "继承",
            "الخلافة",
            "الخلافة في المعاهدات",
        ),
        *("continuité", "voortgezette gebondenheid", "notification of succession"),
    ),
    ActKind.CONSENT_UNSPECIFIED: _all(
        *("confirmed", "confirmation", "formal confirmation", "confirmation formelle", "consent to be bound", "other"),
        *("ratification or accession", "became party", "party"),
    ),
    ActKind.DENUNCIATION: _all(
        *("denunciation", "denounced", "withdrawal", "renunciation", "dénonciation", "retrait", "denuncia", "retiro"),
        *("денонсация", "выход", "退出", "废止", "الانسحاب", "النقض", "opzegging"),
    ),
    ActKind.PROVISIONAL_APPLICATION: _all(
        *("provisional application", "application provisoire", "aplicación provisional", "временное применение"),
        *("临时适用", "暂时适用", "التطبيق المؤقت", "voorlopige toepassing"),
    ),
}
ACT_HEADINGS = (
    "Signature",
    "Ratification",
    "Acceptance",
    "Approval",
    "Accession (a)",
    "Succession (d)",
    "Denunciation",
)
"""Headings of columns of days, as a person can choose them for a list that heads them otherwise."""
_BEFORE_KIND = re.compile(
    r"^(?:date |day |jour |fecha |день |дата |تاريخ )?(?:of |de |du |del |de la |de l )?(?:the )?"
    r"(?:deposit of |depot de |deposito de )?(?:the |l |la |el )?(?:instruments? of |instrument de |instrumento de )?"
    r"(?:signature or )?"
)
_AFTER_KIND = re.compile(r"(?:日期|日|时间)$")
_PART = re.compile(r"\s*([^(),;]+?)\s*(?:\(([^()]{1,4})\))?\s*")
_LEGEND = re.compile(r"(?<![A-Z])([A-Z]{2}|[A-Z][a-z]?)\s*=\s*(.+?)(?=\s+(?:[A-Z]{2}|[A-Z][a-z]?)\s*=|$)")
_DIVIDERS = re.compile(r",|;|/|、|،|\bor\b|\bou\b|\bo\b|\by\b|\bet\b|\band\b|\bили\b|\bи\b|或|和|\bأو\b|(?<=\)) و")
LETTERS = {
    "A": ActKind.ACCEPTANCE,
    "AA": ActKind.APPROVAL,
    "a": ActKind.ACCESSION,
    "d": ActKind.SUCCESSION,
    "s": ActKind.DEFINITIVE_SIGNATURE,
}
"""What letters mean in the United Nations Treaty Collection, where the heading does not say."""
_DUTCH = {
    "S": ActKind.DEFINITIVE_SIGNATURE,
    "O": ActKind.DEFINITIVE_SIGNATURE,
    "R": ActKind.RATIFICATION,
    "A": ActKind.ACCESSION,
    "T": ActKind.ACCESSION,
    "Su": ActKind.SUCCESSION,
    "VG": ActKind.SUCCESSION,
    "NK": ActKind.CONSENT_UNSPECIFIED,
    "NB": ActKind.CONSENT_UNSPECIFIED,
}
_OF_THE_DUTCH = _all("renunciation", "opzegging")


@dataclass(frozen=True, slots=True)
class ActColumn:
    """A column of days: the kind without a letter, and the kinds that letters or words after the day stand for."""

    kind: ActKind | None
    letters: Mapping[str, ActKind] = field(default_factory=dict)


def role_of(heading: str) -> Role | None:
    """Return what a column is for, None where its heading says nothing that is known."""
    if len(heading) > LONGEST_HEADING:
        return None
    name = folded(_without_legend(heading))
    return next((role for role, names in ROLES.items() if name in names), None)


def act_column(heading: str) -> ActColumn | None:
    """Return what a heading such as "Ratification, Acceptance(A), Accession(a)" names; None for another column."""
    if len(heading) > LONGEST_HEADING:
        return None
    first: ActKind | None = None
    letters: dict[str, ActKind] = {}
    for part in _DIVIDERS.split(_without_legend(heading)):
        if not part.strip():
            continue
        match = _PART.fullmatch(part)
        kind = kind_in_heading(match[1]) if match else None
        if match is None or kind is None:
            return None
        if match[2]:
            letters[match[2].strip()] = kind
        elif first is None:
            first = kind
    return ActColumn(first, letters) if first or letters else None


def kind_in_heading(text: str) -> ActKind | None:
    """Return the kind of act that a part of a heading names: “Date of deposit of instrument of ratification”."""
    name = _AFTER_KIND.sub("", folded(text))
    return kind_named(name) or kind_named(_BEFORE_KIND.sub("", name))


def kind_named(text: str) -> ActKind | None:
    """Return the kind of act that a text names: its own word, or what lists in the six languages call it."""
    return _names_of_kinds().get(folded(text.replace("_", " ")))


def letters_of(headings: Iterable[str]) -> Mapping[str, ActKind]:
    """Return what letters mean in a table whose own headings do not say, by the list of which it has the shape.

    The Netherlands' database says in the heading that R stands for several kinds; without that legend it is taken for
    what the heading names.
    """
    told = [heading for heading in headings if len(heading) <= LONGEST_HEADING]
    if not any(folded(heading) in _OF_THE_DUTCH for heading in told):
        return LETTERS
    legend = {match[1]: match[2] for heading in told for match in _LEGEND.finditer(heading)}
    several = len(_DIVIDERS.split(legend.get("R", ""))) > 1
    return _DUTCH | ({"R": ActKind.CONSENT_UNSPECIFIED} if several else {})


def writes_day_first(headings: Iterable[str]) -> bool:
    """Whether the list always writes figures as day, month, year: the Netherlands' database does."""
    return any(folded(heading) in _OF_THE_DUTCH for heading in headings)


def _without_legend(heading: str) -> str:
    found = _LEGEND.search(heading)
    return heading[: found.start()] if found else heading


@cache
def _names_of_kinds() -> Mapping[str, ActKind]:
    found = {folded(kind.value.replace("_", " ")): kind for kind in ActKind}
    for language in LANGUAGES:
        with translation.override(language):
            for kind, words in ACT_WORDS.items():
                found.setdefault(folded(str(words)), kind)
    for kind, names in _KINDS.items():
        for name in names:
            found.setdefault(name, kind)
    return found
