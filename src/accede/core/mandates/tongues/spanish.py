"""Spanish, as resolutions are written in it."""

import re

from accede.core.mandates.tongues.tongue import Tongue
from accede.core.mandates.words.wordlists import word_list, word_set

_MONTHS = {
    name: number
    for number, name in enumerate(
        word_list("enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre"), 1
    )
} | {"setiembre": 9}
DAY = rf"(?P<d>\d{{1,2}})(?:º|°)?\s+de\s+(?P<m>{'|'.join(_MONTHS)})\s+(?:de|del)\s+(?P<y>\d{{4}})"
_PREDICATES = re.compile(
    r"(?:consciente|alarmad|preocupad|convencid|resuelt|guiad|consternad|alentad|deseos|inspirad|persuadid|animad|"
    r"perturbad|entristecid|indignad|decidid|satisfech|inquiet|segur)[oae]?s?"
)
FINITE = {
    "sigue acogiendo": "welcome", "resalta": "highlight", "recalca": "stress", "acepta": "accept", "hace un llamado": "call",
    "pone de manifiesto": "emphasize", "se muestra": "express", "tiene presente": "bear",
    "renueva": "renew", "urge": "urge", "conmina": "demand", "requiere": "require", "faculta": "authorize",
    "encomienda": "entrust", "ruega": "request", "apela": "appeal", "hace hincapié": "emphasize", "suscribe": "endorse",
    "toma nota": "take", "toma conocimiento": "take", "pide": "request", "solicita": "request", "insta": "urge",
    "exhorta": "call", "invita": "invite", "alienta": "encourage", "decide": "decide", "recomienda": "recommend",
    "autoriza": "authorize", "encomia": "commend", "acoge": "welcome", "reafirma": "reaffirm", "recuerda": "recall",
    "condena": "condemn", "subraya": "underline", "destaca": "stress", "pone de relieve": "emphasize",
    "expresa": "express", "reconoce": "recognize", "observa": "note", "hace suyo": "endorse", "hace suya": "endorse",
    "hace suyos": "endorse", "hace suyas": "endorse", "aprueba": "approve", "declara": "declare", "afirma": "affirm",
    "reitera": "reiterate", "exige": "demand", "hace un llamamiento": "call", "lamenta": "regret",
    "deplora": "deplore", "agradece": "thank", "felicita": "congratulate", "rinde homenaje": "pay",
    "encarga": "direct", "ordena": "order", "proclama": "proclaim", "considera": "consider", "confirma": "confirm",
    "conviene": "agree", "espera": "expect", "aguarda con interés": "look", "anima": "encourage",
    "establece": "establish", "prorroga": "extend", "adopta": "adopt", "se compromete": "commit",
    "celebra": "welcome", "advierte": "warn", "insiste": "emphasize", "señala": "note", "llama": "draw",
    "apoya": "support", "sugiere": "suggest", "propone": "propose", "encarece": "urge", "hace notar": "note",
    "manifiesta": "express", "da las gracias": "thank", "pone fin": "terminate", "crea": "create", "abre": "open",
    "respalda": "endorse", "valora": "appreciate", "denuncia": "denounce", "se felicita": "welcome",
}  # fmt: skip


def _is_participle(word: str) -> bool:
    return word.endswith(("ando", "iendo", "yendo")) or _PREDICATES.fullmatch(word) is not None


SPANISH = Tongue(
    code="es",
    opening=re.compile(
        r"^(?:La Asamblea General|El Consejo (?:de Seguridad|Económico y Social|de Derechos Humanos)|La Comisión[^.;:]{0,80}|La Conferencia[^.;:]{0,80}),?$"
    ),
    organs={
        "asamblea general": "GA",
        "consejo de seguridad": "SC",
        "consejo económico y social": "ECOSOC",
        "consejo de derechos humanos": "HRC",
        "comisión de prevención del delito": "CCPCJ",
        "comisión de estupefacientes": "CND",
    },
    closing=re.compile(
        r"^(?:\d{1,4}\s?[aª.]*\s+sesión(?: plenaria)?\b.{0,60}|\[?Aprobad[oa] (?:por unanimidad|sin votación|en|por).{0,160})$"
    ),
    annex=re.compile(r"^(?:Anexo|ANEXO|Apéndice)(?:\s+(?:[IVXLC]+|\d+))?[.:]?$"),
    front=re.compile(
        r"^(?:Naciones Unidas|Distr\.|Resoluci(?:ón|ones) aprobada|Aprobad[oa] |\[|Tema \d|Original|Asamblea General$|Consejo de Seguridad$|\d{1,2} de [a-z]+ de \d{4}|[AES]/)"
    ),
    adopted=re.compile(r"[Aa]probad"),
    day=re.compile(DAY, re.IGNORECASE),
    months=_MONTHS,
    participles={
        "teniendo presente": "bear",
        "teniendo en cuenta": "take",
        "recordando": "recall",
        "reafirmando": "reaffirm",
        "observando": "note",
        "subrayando": "underline",
        "reconociendo": "recognize",
        "tomando nota": "take",
        "habiendo": "have",
        "acogiendo": "welcome",
        "considerando": "consider",
    },
    finite=FINITE,
    is_participle=_is_participle,
    adverbs=word_set(
        "también además asimismo nuevamente profundamente gravemente vivamente enérgicamente encarecidamente firmemente sumamente solemnemente igualmente particularmente plenamente"
    ),
)
