"""How French and Spanish ask: where those who are asked end, how they are joined, how times are written."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from accede.core.mandates.tongues.french import FRENCH
from accede.core.mandates.tongues.spanish import SPANISH


@dataclass(frozen=True, slots=True)
class Grammar:
    """How a language asks: where the addressees end, how they are joined, and how times and conditions are written."""

    joiner: re.Pattern[str]
    asked: re.Pattern[str]
    articles: tuple[tuple[re.Pattern[str], str], ...]
    between: re.Pattern[str]
    helping: re.Pattern[str]
    decided: re.Pattern[str]
    conditions: tuple[tuple[str, re.Pattern[str]], ...]
    session: re.Pattern[str]
    limit: re.Pattern[str]
    year: re.Pattern[str]
    within: re.Pattern[str]
    periodic: tuple[tuple[re.Pattern[str], int], ...]
    units: Mapping[str, str]
    run_up: re.Pattern[str]
    pronoun: re.Pattern[str]
    subjunctive: re.Pattern[str]
    named: re.Pattern[str]
    by_deciding: re.Pattern[str]
    month: re.Pattern[str]
    again: re.Pattern[str]


def _all(*pairs: tuple[str, str]) -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((code, re.compile(pattern, re.IGNORECASE)) for code, pattern in pairs)


_FRENCH = Grammar(
    joiner=re.compile(
        r"(?:,|;)?\s+(?:et|ainsi que|mais)\s+(?=(?:les |l’|l'|la |le )?(?P<verb>[a-zéèê][a-zéèêôû’' ]{3,30}))|"
        r",\s+(?=(?P<verb2>(?:prie|invite|demande|engage|exhorte|encourage|charge)\b))"
    ),
    asked=re.compile(
        r"\s(?:de\s|d[’']|à\s|qu[’']|que\s)(?:(?:ne pas|ne|lui|leur|se|s[’']|y|en|le|la|les|l[’']|"
        r"n[’'])\s?)*(?:[a-zàâéèêëîïôûç]+(?:er|ir|oir|ire|dre|tre|aire|ure|uire|ivre|clure|mettre|vivre)\b|(?:continuer|faire|tenir)\b)"
    ),
    articles=((re.compile(r"^(?:aux)\s+"), "les "), (re.compile(r"^au\s+"), "le "), (re.compile(r"^(?:à|de)\s+"), "")),
    between=re.compile(
        r",\s*(?:et\s+|ainsi que\s+)?|\s+et\s+(?=(?:les|le|la|l[’']|à|aux|au|d[’']autres|tous|toutes|"
        r"autres)\b)|\s+ainsi qu(?:e\s+|[’'])"
    ),
    helping=re.compile(
        r"^(?:en (?:étroite )?(?:coopération|collaboration|consultation|coordination|partenariat|concertation) "
        r"avec|avec (?:l[’']aide|le concours|l[’']appui|le soutien|l[’']assistance)|dans (?:le|la|les)|"
        r"agissant|selon|sous|conformément|sur|par l[’']|lorsque|s[’']il|le cas|y compris|notamment|en "
        r"particulier|compte tenu|qui |dont )"
    ),
    decided=re.compile(
        r"^\s*que\s+(?P<who>[^,;:]{3,120}?)(?:\s*:\s*$|\s+(?:doi(?:t|vent)|devr(?:a|ont)|[a-zé]+(?:era|eront|ira|iront|dra|dront))\b)"
    ),
    conditions=_all(
        (
            "upon_request",
            (
                r"\b(?:sur|à) (?:la |leur |sa )?demande\b(?: des? [^,;.]{3,60})?|\bqui (?:en|le lui) (?:font|"
                r"feraient) la demande\b|\blorsqu[’'](?:ils|elles) en font la demande"
            ),
        ),
        ("consent", r"\bavec (?:le|leur) consentement\b[^,;.]{0,60}|\bavec l[’']accord de\b[^,;.]{0,60}"),
        (
            "extrabudgetary_resources",
            (
                r"\bsous réserve (?:de la disponibilité )?de (?:ressources|fonds|la disponibilité)[^,;.]{0,60}|"
                r"\bdans la limite des ressources extrabudgétaires[^,;.]{0,40}|\bressources extrabudgétaires\b"
            ),
        ),
        ("existing_resources", r"\bdans (?:la limite|les limites) des ressources (?:existantes|disponibles)"),
        ("voluntary", r"\b(?:à titre volontaire|au moyen de contributions volontaires|contributions volontaires)\b"),
        ("consultation", r"\ben (?:étroite )?(?:consultation|concertation) avec [^,;.]{3,120}"),
        ("coordination", r"\ben (?:étroite )?coordination avec [^,;.]{3,120}"),
        ("cooperation", r"\ben (?:étroite )?(?:coopération|collaboration|partenariat) avec [^,;.]{3,120}"),
        (
            "within_mandate",
            (
                r"\bdans (?:le cadre|les limites|la limite) de (?:son|leur|leurs) mandats?(?: respectifs?)?|"
                r"\bconformément à (?:son|leur) mandat"
            ),
        ),
        (
            "as_appropriate",
            (
                r"\b(?:selon qu[’']il convien(?:t|dra)|s[’']il y a lieu|le cas échéant|comme il convient|"
                r"lorsqu[’']il y a lieu|selon les besoins)\b"
            ),
        ),
        ("as_necessary", r"\b(?:si nécessaire|en tant que de besoin|au besoin|selon que de besoin)\b"),
        ("as_possible", r"\b(?:dans (?:toute )?la mesure du possible|autant que possible|si possible)\b"),
        (
            "in_accordance_with_law",
            (
                r"\b(?:conformément (?:au droit|à la Charte|à (?:leur|sa) législation)|dans le respect du "
                r"droit)[^,;.]{0,60}"
            ),
        ),
    ),
    session=re.compile(
        r"\b(?P<before>avant |d[’']ici (?:à )?)?(?:à|lors de|pour|au cours de|de|en vue de)?\s*\b(?:sa|la|"
        r"leur)\s+(?P<ord>[a-zéè]+(?:[ -][a-zéè]+){0,4}|\d{1,3}(?:e|ème))\s+session\b(?: (?:de|du) (?:la |"
        r"l[’'])?(?P<of>Assemblée générale|Conseil|Commission[^,;.]{0,60}))?"
    ),
    limit=re.compile(
        r"\b(?P<word>d[’']ici (?:au|à la fin de|à)|au plus tard le|avant le|jusqu[’']au|le|pour le|avant la "
        r"fin de)\s*$",
        re.IGNORECASE,
    ),
    year=re.compile(
        r"\b(?:d[’']ici (?:à )?(?:la fin de )?|avant (?:la fin de )?|au plus tard (?:à la fin de |en ))(?P<y>20\d\d)\b",
        re.IGNORECASE,
    ),
    within=re.compile(
        r"\b(?:dans un délai de|dans les|sous|au plus tard)\s+(?P<n>\d+|[a-z-]+)\s+(?P<u>jours?|semaines?|mois|"
        r"ans?)\b(?P<after>[^,;.]{0,80})",
        re.IGNORECASE,
    ),
    periodic=(
        (re.compile(r"\b(?:tous les ans|chaque année|annuellement|un rapport annuel|une fois par an)\b", re.I), 12),
        (re.compile(r"\b(?:tous les deux ans|un an sur deux)\b", re.I), 24),
        (re.compile(r"\btous les (?P<n>\d+|[a-z]+) mois\b", re.I), 1),
        (re.compile(r"\btous les (?P<n>\d+|[a-z]+) ans\b", re.I), 12),
        (re.compile(r"\b(?:chaque trimestre|trimestriellement)\b", re.I), 3),
        (re.compile(r"\b(?:chaque mois|tous les mois|mensuellement)\b", re.I), 1),
    ),
    units={"jour": "day", "semaine": "week", "mois": "month", "moi": "month", "an": "year"},
    run_up=re.compile(
        r"(?:(?:à cet égard|à cet effet|à cette fin|à ce sujet|à ce propos|dans ce contexte|dans cette optique|"
        r"dans cet esprit|"
        r"en conséquence|par conséquent|en outre|de plus|par ailleurs|en particulier|donc|également|de nouveau|"
        r"pour ce faire),?\s+)*"
    ),
    pronoun=re.compile(
        r"(?:lui|leur|les|le|la|l[’'])\s?(?=(?:prie|invite|demande|engage|exhorte|encourage|charge|recommande|autorise)\b)"
    ),
    subjunctive=re.compile(
        r"^\s*qu(?:e\s+|[’'])(?P<who>(?:les|le|la|l[’']|tous|toutes|chaque|tout|des|[A-Z])[^,;:]{2,90}?),?\s+(?!comment\b|souvent\b|moment\b)"
        r"(?:ne\s|n[’']|se\s|s[’'])?(?:[a-zàâéèêëîïôûç]+(?:ent|sse|gne|nne|che|ise|ère|ette|ive|ure|aie|ienne|uive|oive|orte|pecte)|fasse|soit|mette|tienne|ait)\b"
    ),
    named=re.compile(
        r"\b(?:le|la|les|au|aux|à la|à l[’']|du|des|de la|de l[’'])\s*(?P<name>[A-Z][\w’'-]+(?: (?:de |des |du |"
        r"d[’'])?(?:la |l[’'])?[A-Za-zéèà][\w’'-]+){0,4}?)(?=\s(?:pour|de ce|d[’']avoir|qui|et)\b|[,;])"
    ),
    by_deciding=re.compile(
        r"^\s*(?:de\s|d[’'])(?P<verb>prier|inviter|demander|engager|encourager|charger|exhorter|recommander)\b"
    ),
    month=re.compile(
        rf"\b(?:d[’']ici (?:à |au )?|avant |au plus tard (?:à |en |au ))(?P<end>(?:la )?fin (?:de |du mois de |"
        rf"d[’'])?)?(?P<m>{'|'.join(FRENCH.months)})\s+(?P<y>20\d\d)\b",
        re.IGNORECASE,
    ),
    again=re.compile(r"^,?\s*(?:et|puis|et ensuite|et par la suite)?,?\s*(?:de nouveau )?$"),
)
_SPANISH = Grammar(
    joiner=re.compile(
        r"(?:,|;)?\s+(?:y|e|así como|pero)\s+(?=(?P<verb>[a-záéíóú][a-záéíóú ]{3,30}))|"
        r",\s+(?=(?P<verb2>(?:pide|invita|solicita|insta|exhorta|alienta|encarga)\b))"
    ),
    asked=re.compile(r"\s(?:a\s|de\s)?que\s|\sa\s(?:no\s)?[a-záéíóú]+(?:ar|er|ir|ír)(?:se|los|las|les|lo|la|le)?\b"),
    articles=((re.compile(r"^al\s+"), "el "), (re.compile(r"^a\s+"), ""), (re.compile(r"^del\s+"), "el ")),
    between=re.compile(
        r",\s*(?:y\s+(?:a\s+)?|así como\s+(?:a\s+)?)?|\s+[ye]\s+(?=(?:a|al|los|las|el|la|otros|otras|demás|"
        r"todos|todas)\b)|\s+así como\s+"
    ),
    helping=re.compile(
        r"^(?:en (?:estrecha )?(?:cooperación|colaboración|consulta|coordinación|asociación) con|con (?:la "
        r"ayuda|el apoyo|la asistencia|el concurso)|por conducto|dentro de|de conformidad|en el marco|en "
        r"particular|incluid|según|cuando|previa|bajo|que |cuyo)"
    ),
    decided=re.compile(
        r"^\s*que\s+(?P<who>[^,;:]{3,120}?)(?:\s*:\s*$|\s+(?:deber[áa]n?|[a-z]+(?:ará|arán|erá|erán|irá|irán))\b)"
    ),
    conditions=_all(
        (
            "upon_request",
            (
                r"\b(?:previa solicitud|a (?:su )?solicitud|cuando (?:lo|la|así lo) soliciten?|que (?:lo|la) "
                r"soliciten?|a petición)\b[^,;.]{0,40}"
            ),
        ),
        ("consent", r"\bcon (?:el|su) consentimiento\b[^,;.]{0,60}|\bcon la anuencia\b[^,;.]{0,60}"),
        (
            "extrabudgetary_resources",
            (
                r"\b(?:con sujeción a|en función de|según) la disponibilidad de [^,;.]{3,60}|\brecursos "
                r"extrapresupuestarios\b"
            ),
        ),
        (
            "existing_resources",
            (
                r"\bdentro de los (?:límites de los )?recursos (?:existentes|disponibles)|\bcon los recursos "
                r"(?:existentes|disponibles)"
            ),
        ),
        ("voluntary", r"\b(?:con carácter voluntario|contribuciones voluntarias)\b"),
        ("consultation", r"\ben (?:estrecha )?consulta con [^,;.]{3,120}"),
        ("coordination", r"\ben (?:estrecha )?coordinación con [^,;.]{3,120}"),
        ("cooperation", r"\ben (?:estrecha )?(?:cooperación|colaboración) con [^,;.]{3,120}"),
        (
            "within_mandate",
            r"\b(?:dentro de|en el marco de|de conformidad con) (?:su|sus) (?:respectivos )?mandatos?(?: respectivos)?",
        ),
        (
            "as_appropriate",
            r"\b(?:según proceda|cuando proceda|según corresponda|cuando corresponda|en su caso|si procede)\b",
        ),
        ("as_necessary", r"\b(?:según sea necesario|cuando sea necesario|de ser necesario|en caso necesario)\b"),
        ("as_possible", r"\b(?:en la medida de lo posible|siempre que sea posible|de ser posible)\b"),
        (
            "in_accordance_with_law",
            r"\bde conformidad con (?:el derecho|la Carta|su legislación|sus leyes)[^,;.]{0,60}",
        ),
    ),
    session=re.compile(
        r"\b(?P<before>antes de |a más tardar (?:en|al comienzo de) )?(?:en|durante|para|de)?\s*(?:su|el|"
        r"sus)\s+(?P<ord>[a-zé]+(?: [a-zéóí]+){0,3}|\d{1,3}º)\s+per[íi]odo de sesiones\b(?: de(?:l)? (?:la "
        r")?(?P<of>Asamblea General|Consejo|Comisión[^,;.]{0,60}))?"
    ),
    limit=re.compile(
        r"\b(?P<word>a más tardar el|antes del|hasta el|para el|el|a más tardar a fines de|antes de fines de)\s*$",
        re.IGNORECASE,
    ),
    year=re.compile(
        r"\b(?:antes de (?:fines de |finales de )?|para (?:fines de |finales de )?|a más tardar (?:en|a fines "
        r"de) |antes de que finalice )(?P<y>20\d\d)\b",
        re.IGNORECASE,
    ),
    within=re.compile(
        r"\b(?:dentro de(?: un plazo de| los)?|en (?:un|el) plazo de|a más tardar)\s+(?:los\s+)?(?P<n>\d+|"
        r"[a-z]+)\s+(?P<u>días?|semanas?|mes(?:es)?|años?)\b(?P<after>[^,;.]{0,80})",
        re.IGNORECASE,
    ),
    periodic=(
        (re.compile(r"\b(?:todos los años|cada año|anualmente|un informe anual|una vez al año)\b", re.I), 12),
        (re.compile(r"\b(?:cada dos años|bienalmente)\b", re.I), 24),
        (re.compile(r"\bcada (?P<n>\d+|[a-z]+) meses\b", re.I), 1),
        (re.compile(r"\bcada (?P<n>\d+|[a-z]+) años\b", re.I), 12),
        (re.compile(r"\b(?:cada trimestre|trimestralmente)\b", re.I), 3),
        (re.compile(r"\b(?:cada mes|todos los meses|mensualmente)\b", re.I), 1),
    ),
    units={"día": "day", "semana": "week", "mes": "month", "mese": "month", "año": "year"},
    run_up=re.compile(
        r"(?:(?:a (?:este|ese) respecto|en (?:este|ese) sentido|a (?:tal|este|ese) fin|con (?:ese|este|tal) "
        r"fin|en (?:ese|este) contexto|"
        r"a (?:estos|esos|tales) efectos|en consecuencia|por consiguiente|por lo tanto|además|asimismo|también|"
        r"de nuevo|en particular),?\s+)*"
    ),
    pronoun=re.compile(
        r"(?:le|les|lo|la|los|las)\s(?=(?:pide|solicita|invita|insta|exhorta|alienta|encarga|recomienda|autoriza)\b)"
    ),
    subjunctive=re.compile(
        r"^\s*(?:en\s)?(?:a\s)?que\s+(?P<who>(?:los|las|el|la|todos|todas|cada|[A-Z])\s?[^,;:]{2,90}?),?\s+"
        r"(?!(?:de|que|la|a|se|sobre|para|entre|este|ese|parte|desde|internacional(?:es)?|pertinente|competente|una|esa|esta|toda|contra|durante|ante|mediante)\b)"
        r"(?:no\s|se\s)?[a-záéíóúñ]+(?:e|a|en|an)\b"
    ),
    named=re.compile(
        r"\b(?:al|a la|a los|a las|del|de la)\s+(?P<name>[A-Z][\w’'-]+(?: (?:de |del |de la "
        r")?[A-Za-zéíóúá][\w’'-]+){0,4}?)(?=\s(?:por|que|y)\b|[,;])"
    ),
    by_deciding=re.compile(r"^\s*(?P<verb>pedir|invitar|solicitar|exhortar|alentar|instar|encargar|recomendar)\b"),
    month=re.compile(
        rf"\b(?:a más tardar (?:en |a )?|antes de |para )(?P<end>(?:fines|finales|el final) de )?(?P<m>{'|'.join(SPANISH.months)})\s+de\s+(?P<y>20\d\d)\b",
        re.IGNORECASE,
    ),
    again=re.compile(r"^,?\s*(?:y|y luego|y después|y posteriormente|luego)?,?\s*$"),
)
GRAMMARS = {"fr": _FRENCH, "es": _SPANISH}
