"""A ministry's own list of treaties, as ministries head it: the partner, the object, the days.

The headings are those of lists that ministries of foreign affairs and of justice publish, in the six languages. The
object of a treaty says what it serves, where its words leave no doubt; an object of another matter is told, so that the
row can be left out.
"""

import re
from collections.abc import Iterator, Sequence

from accede.foundation.imports import CellRefused, TableFile
from accede.foundation.imports.tables import Refuse
from accede.foundation.texts import folded

PARTNER = (
    *("partner", "second state", "other state", "other party", "country", "state", "party", "counterpart", "with"),
    *("partner country", "contracting state", "foreign state", "pays", "état", "partie", "autre partie", "partenaire"),
    *("pays partenaire", "état partenaire", "pays concerné", "pays contractant", "país", "estado", "contraparte"),
    *("otra parte", "país contraparte", "estado contratante", "государство", "страна", "сторона", "партнёр"),
    *("другая сторона", "国家", "缔约国", "对方", "对方国家", "缔约对方", "الدولة", "البلد", "الطرف", "الطرف الآخر"),
)
OBJECT = (
    *(
        "subject",
        "type",
        "kind",
        "object",
        "matter",
        "nature",
        "objet",
        "matière",
        "domaine",
        "type d’accord",
        "nature",
    ),
    *("nature de l’accord", "materia", "objeto", "tema", "tipo", "предмет", "вид", "тема", "类型", "类别", "种类"),
    *("الموضوع", "النوع", "المجال"),
)
TITLE = (
    *("title", "treaty", "agreement", "name of treaty", "title of treaty", "titre", "intitulé", "accord", "traité"),
    *("convention", "intitulé de l’accord", "título", "tratado", "acuerdo", "convenio", "denominación", "nombre"),
    *(
        "название",
        "договор",
        "соглашение",
        "наименование",
        "名称",
        "条约",
        "条约名称",
        "العنوان",
        "الاتفاقية",
        "المعاهدة",
    ),
    *("اسم الاتفاقية",),
)
SIGNED = (
    *("signed", "signature", "signed on", "date of signature", "signature date", "date de signature", "signé le"),
    *("signature le", "date et lieu de signature", "fecha de firma", "firma", "fecha de suscripción", "suscripción"),
    *("firmado el", "дата подписания", "подписание", "подписан", "签署日期", "签订日期", "签署", "签字日期"),
    *("تاريخ التوقيع", "التوقيع"),
)
IN_FORCE = (
    *("in force", "entry into force", "date of entry into force", "effective date", "entrée en vigueur", "in force on"),
    *(
        "date d’entrée en vigueur",
        "en vigueur depuis",
        "en vigueur le",
        "entrada en vigor",
        "fecha de entrada en vigor",
    ),
    *(
        "vigencia",
        "en vigor desde",
        "fecha de vigencia",
        "вступление в силу",
        "дата вступления в силу",
        "生效日期",
        "生效",
    ),
    *("بدء النفاذ", "تاريخ بدء النفاذ", "تاريخ النفاذ", "تاريخ السريان"),
)
ENDED = (
    *("terminated", "ended on", "denounced", "termination", "date of termination", "denunciation", "dénonciation"),
    *("date de dénonciation", "fin", "terminación", "denuncia", "fecha de terminación", "прекращение", "денонсация"),
    *("дата прекращения", "终止日期", "终止", "تاريخ الإنهاء", "الإنهاء"),
)
NOTE = ("remarks", "notes", "observations", "remarques", "observaciones", "notas", "примечание", "备注", "ملاحظات")

_EXTRADITION = (
    "extradi",
    "выдач",
    "引渡",
    "تسليم المجرمين",
    "تسليم المطلوبين",
    "تسليم الاشخاص",
    "surrender of fugitive",
)
_HELP = (
    *("entraide", "legal assistance", "mutual assistance", "judicial assistance", "judicial cooperation"),
    *("cooperation judiciaire", "asistencia judicial", "asistencia juridica", "asistencia legal", "asistencia mutua"),
    *("cooperacion judicial", "cooperacion juridica", "legal cooperation", "правовой помощ", "правовая помощ"),
    *("司法协助", "المساعده القانونيه", "التعاون القضايي", "المساعده القضاييه"),
)
_PENAL = ("penal", "criminal", "уголовн", "刑事", "الجنايي", "الجزايي", "جزاييه", "جناييه")
_ANY_COURT = ("civil", "commercial", "гражданск", "民事", "مدني")


def kind_of_object(text: str) -> str | None:
    """Return what a treaty serves by the words of its object or title; None where they do not say.

    Raises:
        CellRefused: the words are of another matter.
    """
    name = folded(text)
    extradites = any(word in name for word in _EXTRADITION)
    helps = any(word in name for word in _HELP)
    penal = any(word in name for word in _PENAL)
    if helps and not penal and not extradites:
        if any(word in name for word in _ANY_COURT):
            raise CellRefused("treaty.other_matter", text=text[:60])
        return None
    if extradites or helps:
        return "both" if extradites and helps else "extradition" if extradites else "mla"
    if len(name.split()) > 1:
        raise CellRefused("treaty.other_matter", text=text[:60])
    return None


def as_treaties(table: TableFile) -> TableFile:
    """Return `table` with a column for the object and one for the title, where it has one of the two alone.

    A title says what the treaty serves; an object in words of its own is a title.
    """
    names = [folded(heading.replace("_", " ")) for heading in table.header]
    objects = [place for place, name in enumerate(names) if name in _OBJECT_NAMES]
    titles = [place for place, name in enumerate(names) if name in _TITLE_NAMES]
    if bool(objects) == bool(titles):
        return table
    return _Doubled(table, *(("title", objects[0]) if objects else ("kind", titles[0])))


class _Doubled:
    """A table with one column more, of the same text as another."""

    def __init__(self, table: TableFile, name: str, place: int) -> None:
        self._table = table
        self._place = place
        self._is_title = name == "title"
        self._header = (*table.header, name)

    @property
    def header(self) -> Sequence[str]:
        """The headings, the new one last."""
        return self._header

    def rows(self, refuse: Refuse) -> Iterator[tuple[int, Sequence[str]]]:
        """Yield the rows; one word is a kind and no title."""
        for number, cells in self._table.rows(refuse):
            text = cells[self._place]
            yield number, (*cells, "" if self._is_title and not _WORDS.search(text.strip()) else text)

    def progress(self) -> tuple[int, int]:
        """Return how far reading has come."""
        return self._table.progress()

    def close(self) -> None:
        """Let go of the file."""
        self._table.close()


_WORDS = re.compile(r"\s")
_OBJECT_NAMES = frozenset(folded(name) for name in OBJECT)
_TITLE_NAMES = frozenset(folded(name) for name in TITLE)
