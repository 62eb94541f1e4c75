"""French, as resolutions are written in it."""

import re

from accede.core.mandates.tongues.tongue import Tongue
from accede.core.mandates.words.wordlists import word_list, word_set

_MONTHS = {
    name: number
    for number, name in enumerate(
        word_list("janvier février mars avril mai juin juillet août septembre octobre novembre décembre"), 1
    )
}
DAY = rf"(?P<d>\d{{1,2}})(?:er)?\s+(?P<m>{'|'.join(_MONTHS)})\s+(?P<y>\d{{4}})"
_PREDICATES = re.compile(
    r"(?:conscient|alarmé|préoccupé|convaincu|résolu|guidé|consterné|encouragé|soucieux|soucieuse|désireux|désireuse|"
    r"inspiré|persuadé|animé|troublé|attristé|indigné|déterminé|satisfait|inquiet|inquiète|pleinement)e?s?"
)
FINITE = {
    "continue de prendre note": "take", "appelle l'attention": "draw", "appelle de ses vœux": "call",
    "est consciente": "recognize", "est conscient": "recognize", "est préoccupée": "express", "est préoccupé": "express",
    "est profondément préoccupée": "express", "est profondément préoccupé": "express", "a conscience": "recognize",
    "souscrit": "endorse", "accepte": "accept", "s'inquiète": "express", "s'associe": "associate", "s'emploie": "commit",
    "renouvelle": "renew", "renouvèle": "renew", "entend": "intend", "veille": "ensure", "pense": "consider",
    "compte": "expect", "fait observer": "note", "fait appel": "appeal", "donne mandat": "mandate", "habilite": "authorize",
    "enjoint": "enjoin", "somme": "demand", "conjure": "urge", "presse": "urge", "sollicite": "request", "requiert": "require",
    "prend note": "take", "prend acte": "take", "prie instamment": "urge", "demande instamment": "urge",
    "engage instamment": "urge", "prie": "request", "demande": "call", "invite": "invite", "engage": "encourage",
    "exhorte": "urge", "encourage": "encourage", "charge": "direct", "décide": "decide", "recommande": "recommend",
    "autorise": "authorize", "souligne": "stress", "se félicite": "welcome", "note": "note", "réaffirme": "reaffirm",
    "rappelle": "recall", "condamne": "condemn", "constate": "note", "considère": "consider", "déclare": "declare",
    "affirme": "affirm", "approuve": "approve", "fait sien": "endorse", "fait sienne": "endorse",
    "fait siens": "endorse", "fait siennes": "endorse", "exprime": "express", "remercie": "thank",
    "rend hommage": "pay", "salue": "welcome", "félicite": "congratulate", "déplore": "deplore", "regrette": "regret",
    "exige": "demand", "lance un appel": "appeal", "appelle": "call", "reconnaît": "recognize",
    "insiste": "emphasize", "confirme": "confirm", "adopte": "adopt", "proclame": "proclaim", "crée": "create",
    "proroge": "extend", "estime": "consider", "juge": "consider", "réitère": "reiterate",
    "attend avec intérêt": "look", "espère": "hope", "accueille": "welcome", "convient": "agree",
    "se déclare": "express", "demeure": "remain", "suggère": "suggest", "propose": "propose", "appuie": "support",
    "apprécie": "appreciate", "observe": "observe", "relève": "note", "ordonne": "order", "proteste": "protest",
    "dénonce": "denounce", "s'engage": "commit", "se dit": "express", "sait gré": "thank", "nomme": "appoint",
    "établit": "establish", "maintient": "maintain", "annonce": "announce", "se réjouit": "welcome", "met": "put",
}  # fmt: skip


def _is_participle(word: str) -> bool:
    return (word.endswith("ant") and len(word) > 4) or _PREDICATES.fullmatch(word) is not None


FRENCH = Tongue(
    code="fr",
    opening=re.compile(
        r"^(?:L’|L'|Le |La )(?:Assemblée générale|Conseil (?:de sécurité|économique et social|des droits de l[’']homme)|Commission[^.;:]{0,80}|Conférence[^.;:]{0,80}),?$"
    ),
    organs={
        "assemblée générale": "GA",
        "conseil de sécurité": "SC",
        "conseil économique et social": "ECOSOC",
        "conseil des droits de l'homme": "HRC",
        "commission pour la prévention du crime": "CCPCJ",
        "commission des stupéfiants": "CND",
    },
    closing=re.compile(
        r"^(?:\d{1,4}\s?(?:e|è|ème|re)?\s+séance(?: plénière)?\b.{0,60}|\[?Adoptée? (?:à l[’']unanimité|sans être mise? aux voix|par|à la).{0,160})$"
    ),
    annex=re.compile(r"^(?:Annexe|ANNEXE|Appendice|Pièce jointe)(?:\s+(?:[IVXLC]+|\d+))?[.:]?$"),
    front=re.compile(
        r"^(?:Nations Unies|Distr\.|Résolutions? adoptée|Adoptée? par|\[|Point \d|Original|Assemblée générale$|Conseil de sécurité$|[A-Z][a-zéè-]+ session$|\d{1,2} [a-zéû]+ \d{4}|[AES]/)"
    ),
    adopted=re.compile(r"[Aa]dopté"),
    day=re.compile(DAY, re.IGNORECASE),
    months=_MONTHS,
    participles={
        "ayant à l'esprit": "bear",
        "ayant": "have",
        "considérant": "consider",
        "rappelant": "recall",
        "réaffirmant": "reaffirm",
        "notant": "note",
        "soulignant": "stress",
        "se félicitant": "welcome",
        "prenant note": "take",
        "reconnaissant": "recognize",
        "se déclarant": "express",
    },
    finite=FINITE,
    is_participle=_is_participle,
    adverbs=word_set(
        "également aussi profondément gravement vivement fermement extrêmement instamment énergiquement nouveau encore outre autre ailleurs solennellement pleinement résolument dûment"
    ),
)
