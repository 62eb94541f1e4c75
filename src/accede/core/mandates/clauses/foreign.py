"""What a paragraph in another language than English says: acts, addressees, conditions and deadlines.

French and Spanish are read for all of them; of Russian, Arabic and Chinese the days that set a limit.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

from accede.core.mandates.clauses.acts import ASKING, Act
from accede.core.mandates.clauses.conditions import CATEGORIES, Condition
from accede.core.mandates.clauses.deadline import Deadline, Setting
from accede.core.mandates.sessions import SessionKey
from accede.core.mandates.tongues.numbers import cardinal_in, ordinal_in
from accede.core.mandates.tongues.tongue import Tongue
from accede.core.mandates.words.dates import later
from accede.core.mandates.words.verbs import Lead


@dataclass(frozen=True, slots=True)
class _Grammar:
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


def _all(*pairs: tuple[str, str]) -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((code, re.compile(pattern, re.IGNORECASE)) for code, pattern in pairs)


_FRENCH = _Grammar(
    joiner=re.compile(
        r"(?:,|;)?\s+(?:et|ainsi que|mais)\s+(?=(?:les |l’|l'|la |le )?(?P<verb>[a-zéèê][a-zéèêôû’' ]{3,30}))|,\s+(?=(?P<verb2>(?:prie|invite|demande|engage|exhorte|encourage|charge)\b))"
    ),
    asked=re.compile(
        r"\s(?:de\s|d[’']|à\s|qu[’']|que\s)(?:(?:ne pas|ne|lui|leur|se|s[’']|y|en|le|la|les|l[’']|n[’'])\s?)*(?:[a-zàâéèêëîïôûç]+(?:er|ir|oir|ire|dre|tre|aire|ure|uire|ivre|clure|mettre|vivre)\b|(?:continuer|faire|tenir)\b)"
    ),
    articles=((re.compile(r"^(?:aux)\s+"), "les "), (re.compile(r"^au\s+"), "le "), (re.compile(r"^(?:à|de)\s+"), "")),
    between=re.compile(
        r",\s*(?:et\s+|ainsi que\s+)?|\s+et\s+(?=(?:les|le|la|l[’']|à|aux|au|d[’']autres|tous|toutes|autres)\b)|\s+ainsi qu(?:e\s+|[’'])"
    ),
    helping=re.compile(
        r"^(?:en (?:étroite )?(?:coopération|collaboration|consultation|coordination|partenariat|concertation) avec|avec (?:l[’']aide|le concours|l[’']appui|le soutien|l[’']assistance)|dans (?:le|la|les)|agissant|selon|sous|conformément|sur|par l[’']|lorsque|s[’']il|le cas|y compris|notamment|en particulier|compte tenu|qui |dont )"
    ),
    decided=re.compile(
        r"^\s*que\s+(?P<who>[^,;:]{3,120}?)(?:\s*:\s*$|\s+(?:doi(?:t|vent)|devr(?:a|ont)|[a-zé]+(?:era|eront|ira|iront|dra|dront))\b)"
    ),
    conditions=_all(
        (
            "upon_request",
            r"\b(?:sur|à) (?:la |leur |sa )?demande\b(?: des? [^,;.]{3,60})?|\bqui (?:en|le lui) (?:font|feraient) la demande\b|\blorsqu[’'](?:ils|elles) en font la demande",
        ),
        ("consent", r"\bavec (?:le|leur) consentement\b[^,;.]{0,60}|\bavec l[’']accord de\b[^,;.]{0,60}"),
        (
            "extrabudgetary_resources",
            r"\bsous réserve (?:de la disponibilité )?de (?:ressources|fonds|la disponibilité)[^,;.]{0,60}|\bdans la limite des ressources extrabudgétaires[^,;.]{0,40}|\bressources extrabudgétaires\b",
        ),
        ("existing_resources", r"\bdans (?:la limite|les limites) des ressources (?:existantes|disponibles)"),
        ("voluntary", r"\b(?:à titre volontaire|au moyen de contributions volontaires|contributions volontaires)\b"),
        ("consultation", r"\ben (?:étroite )?(?:consultation|concertation) avec [^,;.]{3,120}"),
        ("coordination", r"\ben (?:étroite )?coordination avec [^,;.]{3,120}"),
        ("cooperation", r"\ben (?:étroite )?(?:coopération|collaboration|partenariat) avec [^,;.]{3,120}"),
        (
            "within_mandate",
            r"\bdans (?:le cadre|les limites|la limite) de (?:son|leur|leurs) mandats?(?: respectifs?)?|\bconformément à (?:son|leur) mandat",
        ),
        (
            "as_appropriate",
            r"\b(?:selon qu[’']il convien(?:t|dra)|s[’']il y a lieu|le cas échéant|comme il convient|lorsqu[’']il y a lieu|selon les besoins)\b",
        ),
        ("as_necessary", r"\b(?:si nécessaire|en tant que de besoin|au besoin|selon que de besoin)\b"),
        ("as_possible", r"\b(?:dans (?:toute )?la mesure du possible|autant que possible|si possible)\b"),
        (
            "in_accordance_with_law",
            r"\b(?:conformément (?:au droit|à la Charte|à (?:leur|sa) législation)|dans le respect du droit)[^,;.]{0,60}",
        ),
    ),
    session=re.compile(
        r"\b(?P<before>avant |d[’']ici (?:à )?)?(?:à|lors de|pour|au cours de|de|en vue de)?\s*\b(?:sa|la|leur)\s+(?P<ord>[a-zéè]+(?:[ -][a-zéè]+){0,4}|\d{1,3}(?:e|ème))\s+session\b(?: (?:de|du) (?:la |l[’'])?(?P<of>Assemblée générale|Conseil|Commission[^,;.]{0,60}))?"
    ),
    limit=re.compile(
        r"\b(?P<word>d[’']ici (?:au|à la fin de|à)|au plus tard le|avant le|jusqu[’']au|le|pour le|avant la fin de)\s*$",
        re.IGNORECASE,
    ),
    year=re.compile(
        r"\b(?:d[’']ici (?:à )?(?:la fin de )?|avant (?:la fin de )?|au plus tard (?:à la fin de |en ))(?P<y>20\d\d)\b",
        re.IGNORECASE,
    ),
    within=re.compile(
        r"\b(?:dans un délai de|dans les|sous|au plus tard)\s+(?P<n>\d+|[a-z-]+)\s+(?P<u>jours?|semaines?|mois|ans?)\b(?P<after>[^,;.]{0,80})",
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
)
_SPANISH = _Grammar(
    joiner=re.compile(
        r"(?:,|;)?\s+(?:y|e|así como|pero)\s+(?=(?P<verb>[a-záéíóú][a-záéíóú ]{3,30}))|,\s+(?=(?P<verb2>(?:pide|invita|solicita|insta|exhorta|alienta|encarga)\b))"
    ),
    asked=re.compile(r"\s(?:a\s)?que\s|\sa\s(?:no\s)?[a-záéíóú]+(?:ar|er|ir|ír)(?:se|los|las|les|lo|la|le)?\b"),
    articles=((re.compile(r"^al\s+"), "el "), (re.compile(r"^a\s+"), ""), (re.compile(r"^del\s+"), "el ")),
    between=re.compile(
        r",\s*(?:y\s+(?:a\s+)?|así como\s+(?:a\s+)?)?|\s+[ye]\s+(?=(?:a|al|los|las|el|la|otros|otras|demás|todos|todas)\b)|\s+así como\s+"
    ),
    helping=re.compile(
        r"^(?:en (?:estrecha )?(?:cooperación|colaboración|consulta|coordinación|asociación) con|con (?:la ayuda|el apoyo|la asistencia|el concurso)|por conducto|dentro de|de conformidad|en el marco|en particular|incluid|según|cuando|previa|bajo|que |cuyo)"
    ),
    decided=re.compile(
        r"^\s*que\s+(?P<who>[^,;:]{3,120}?)(?:\s*:\s*$|\s+(?:deber[áa]n?|[a-z]+(?:ará|arán|erá|erán|irá|irán))\b)"
    ),
    conditions=_all(
        (
            "upon_request",
            r"\b(?:previa solicitud|a (?:su )?solicitud|cuando (?:lo|la|así lo) soliciten?|que (?:lo|la) soliciten?|a petición)\b[^,;.]{0,40}",
        ),
        ("consent", r"\bcon (?:el|su) consentimiento\b[^,;.]{0,60}|\bcon la anuencia\b[^,;.]{0,60}"),
        (
            "extrabudgetary_resources",
            r"\b(?:con sujeción a|en función de|según) la disponibilidad de [^,;.]{3,60}|\brecursos extrapresupuestarios\b",
        ),
        (
            "existing_resources",
            r"\bdentro de los (?:límites de los )?recursos (?:existentes|disponibles)|\bcon los recursos (?:existentes|disponibles)",
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
        r"\b(?P<before>antes de |a más tardar (?:en|al comienzo de) )?(?:en|durante|para|de)?\s*(?:su|el|sus)\s+(?P<ord>[a-zé]+(?: [a-zéóí]+){0,3}|\d{1,3}º)\s+per[íi]odo de sesiones\b(?: de(?:l)? (?:la )?(?P<of>Asamblea General|Consejo|Comisión[^,;.]{0,60}))?"
    ),
    limit=re.compile(
        r"\b(?P<word>a más tardar el|antes del|hasta el|para el|el|a más tardar a fines de|antes de fines de)\s*$",
        re.IGNORECASE,
    ),
    year=re.compile(
        r"\b(?:antes de (?:fines de |finales de )?|para (?:fines de |finales de )?|a más tardar (?:en|a fines de) |antes de que finalice )(?P<y>20\d\d)\b",
        re.IGNORECASE,
    ),
    within=re.compile(
        r"\b(?:dentro de(?: un plazo de| los)?|en (?:un|el) plazo de|a más tardar)\s+(?:los\s+)?(?P<n>\d+|[a-z]+)\s+(?P<u>días?|semanas?|mes(?:es)?|años?)\b(?P<after>[^,;.]{0,80})",
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
)
_GRAMMARS = {"fr": _FRENCH, "es": _SPANISH}
_LIMITS = {
    "ru": re.compile(r"(?:до|не позднее|к)\s*$"),
    "ar": re.compile(r"(?:قبل|بحلول|في موعد أقصاه|في موعد لا يتجاوز|حتى)\s*$"),
}
_CHINESE_LIMIT = re.compile(r"^\s?(?:之前|以前|前)")


def foreign_acts(text: str, lead: Lead | None, tongue: Tongue) -> tuple[Act, ...]:
    """Return the acts of an operative paragraph: its leading verb, and verbs that ask for something after it."""
    grammar = _GRAMMARS.get(tongue.code)
    if lead is None or grammar is None:
        return ()
    starts = [(0, 0, lead.verb, lead.base, lead.phrase, lead.end)]
    for match in grammar.joiner.finditer(text, lead.end):
        at = match.start("verb2") if match["verb2"] else match.start("verb")
        inner = tongue.lead(text[at:], finite_only=True)
        if inner is not None and inner.base in ASKING:
            starts.append((match.start(), at, inner.verb, inner.base, inner.phrase, at + inner.end))
    ends = [one[0] for one in starts[1:]] + [len(text)]
    acts = []
    for (_joined, at, verb, base, phrase, after), end in zip(starts, ends, strict=True):
        addressees, about = _asked(text[after:end], base, grammar)
        acts.append(Act(verb, base, phrase, addressees, about.strip(" ,;.:"), at, end))
    return tuple(acts)


def _asked(body: str, base: str, grammar: _Grammar) -> tuple[tuple[str, ...], str]:
    if base in ("decide", "resolve", "recommend"):
        decided = grammar.decided.match(body)
        return (_parties(decided["who"], grammar), body) if decided is not None else ((), body)
    asked = grammar.asked.search(body) if base in ASKING else None
    if asked is not None:
        return _parties(body[: asked.start()], grammar), body[asked.start() :]
    if base in ASKING and body.rstrip().endswith(":"):
        return _parties(_HANGING.sub("", body.rstrip(" :")), grammar), ""
    return (), body


_HANGING = re.compile(r"\s(?:a|à|de|d[’']|a que|que)$")


def _parties(phrase: str, grammar: _Grammar) -> tuple[str, ...]:
    found: list[str] = []
    for piece in grammar.between.split(phrase):
        bare = piece.strip(" ,;:")
        if grammar.helping.match(bare):
            break
        for pattern, article in grammar.articles:
            if pattern.match(bare):
                bare = pattern.sub(article, bare, count=1)
                break
        if len(bare) > 2:
            found.append(bare)
    return tuple(dict.fromkeys(found))


def foreign_conditions(text: str, tongue: Tongue) -> tuple[Condition, ...]:
    """Return the conditions written in a text, in order."""
    grammar = _GRAMMARS.get(tongue.code)
    taken: list[Condition] = []
    for code, pattern in grammar.conditions if grammar is not None else ():
        for match in pattern.finditer(text):
            if not any(match.start() < other.end and other.start < match.end() for other in taken):
                taken.append(Condition(code, CATEGORIES[code], match[0].strip(), match.start(), match.end()))
    return tuple(sorted(taken, key=lambda one: one.start))


def foreign_deadlines(text: str, tongue: Tongue, setting: Setting) -> tuple[Deadline, ...]:
    """Return the deadlines written in the text of an operative clause."""
    found = list(_days(text, tongue))
    grammar = _GRAMMARS.get(tongue.code)
    if grammar is not None:
        found += [
            *_sessions(text, tongue, grammar, setting),
            *_years(text, grammar),
            *_within(text, tongue, grammar, setting),
        ]
        found += list(_periodic(text, tongue, grammar))
    ahead = [one for one in found if _is_ahead(one, setting)]
    return tuple(sorted(ahead, key=lambda one: one.start))


def _is_ahead(one: Deadline, setting: Setting) -> bool:
    return one.due_until is None or setting.adopted_on is None or one.due_until >= setting.adopted_on


def _days(text: str, tongue: Tongue) -> Iterator[Deadline]:
    grammar, limit = _GRAMMARS.get(tongue.code), _LIMITS.get(tongue.code)
    for day, start, end in tongue.days_in(text):
        before = text[max(0, start - 40) : start]
        if tongue.code == "zh":
            if _CHINESE_LIMIT.match(text[end:]):
                yield Deadline(text[start : end + 2], "date", start, end, None, day)
            continue
        match = (grammar.limit if grammar is not None else limit or _CHINESE_LIMIT).search(before)
        if match is not None and match[0].strip().lower() not in ("le", "el"):
            at = start - len(match[0])
            yield Deadline(text[at:end], "date", at, end, None, day)


def _sessions(text: str, tongue: Tongue, grammar: _Grammar, setting: Setting) -> Iterator[Deadline]:
    for match in grammar.session.finditer(text):
        number = ordinal_in(match["ord"], tongue.code)
        if number is None:
            continue
        body = tongue.organ_in(match["of"]) if match["of"] else setting.organ
        found = Deadline(match[0].strip(), "session", match.start(), match.end())
        key = SessionKey(body, number)
        dates = setting.calendar.find(key)
        if dates is None:
            yield replace(found, reason="session_not_in_calendar", session=key)
            continue
        days = (None, dates.opens_on) if match["before"] else (dates.opens_on, dates.closes_on)
        yield replace(
            found, due_from=days[0], due_until=days[1], source=dates.source, certainty=dates.certainty, session=key
        )


def _years(text: str, grammar: _Grammar) -> Iterator[Deadline]:
    for match in grammar.year.finditer(text):
        yield Deadline(match[0], "date", match.start(), match.end(), None, date(int(match["y"]), 12, 31))


_FROM = re.compile(r"\b(?:apr[èe]s|à compter|suivant|después|a partir|desde|contad)", re.IGNORECASE)
_ADOPTION = re.compile(r"adoption|aprobaci[óo]n|présente résolution|presente resolución", re.IGNORECASE)


def _within(text: str, tongue: Tongue, grammar: _Grammar, setting: Setting) -> Iterator[Deadline]:
    for match in grammar.within.finditer(text):
        count, unit = cardinal_in(match["n"], tongue.code), grammar.units.get(match["u"].lower().rstrip("s"))
        if count is None or unit is None:
            continue
        found = Deadline(text[match.start() : match.end("u")], "within", match.start(), match.end("u"))
        if _FROM.search(match["after"]) and not _ADOPTION.search(match["after"]):
            yield replace(found, reason="starts_at_unknown_event")
        elif setting.adopted_on is None:
            yield replace(found, reason="adoption_date_unknown")
        else:
            yield replace(found, due_from=setting.adopted_on, due_until=later(setting.adopted_on, count, unit))


def _periodic(text: str, tongue: Tongue, grammar: _Grammar) -> Iterator[Deadline]:
    for pattern, months in grammar.periodic:
        for match in pattern.finditer(text):
            count = cardinal_in(match["n"], tongue.code) if "n" in pattern.groupindex else 1
            if count is not None:
                yield Deadline(match[0], "periodic", match.start(), match.end(), every_months=months * count)
