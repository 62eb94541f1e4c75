"""Who is asked: the parties that a noun phrase joins, told from those who help them and those named as examples."""

import re

from accede.core.mandates.words.wordlists import word_list

_HEAD_START = re.compile(
    r"^(?:the|all|both|each|every|relevant|other|those|its|such|any|donor|donors|international|regional|national|"
    r"non-governmental|civil|Member|States?|"
    r"Governments?|Parties|parties|countries|developed|developing|United|specialized|intergovernmental|interested|"
    r"concerned|private|multilateral|bilateral|"
    r"organizations?|entities|academia|humanitarian|participating|administering|neighbouring|transit|[A-Z])"
)
_ACTOR_HEAD = re.compile(
    r"\b(?:States?|[Gg]overnments?|Secretar(?:y|ies)-General|[Oo]rgani[sz]ations?|[Aa]genc(?:y|ies)|[Ee]ntit(?:y|ies)|"
    r"Office|[Pp]rogrammes?|[Cc]ommittees?|"
    r"[Cc]ommissions?|[Cc]ouncils?|Assembly|[Bb]oards?|[Bb]anks?|[Ff]unds?|[Ii]nstitutions?|[Cc]ommunity|[Ss]ystem|"
    r"[Bb]od(?:y|ies)|[Cc]onferences?|"
    r"[Ss]ecretariats?|[Dd]irectors?|[Rr]apporteurs?|[Pp]residents?|[Cc]hair(?:man|s|persons?)?|[Pp]art(?:y|ies)|"
    r"[Cc]ountr(?:y|ies)|[Pp]artners|"
    r"[Ss]takeholders|[Ss]ociety|[Ss]ector|[Dd]onors?|[Mm]embers?|Union|[Cc]entres?|[Ii]nstitutes?|Unit|[Gg]roups?|"
    r"Force|Commissioner|[Rr]epresentatives?|"
    r"Envoy|Power|Powers|[Oo]rgans?|academia|media|[Aa]uthorit(?:y|ies)|Branch|Directorate|Department|Coordinator|"
    r"[Mm]echanisms?|[Ff]orums?|Division|"
    r"[Pp]arliaments?|[Ll]eaders?|[Ee]xperts?|[Nn]etworks?|[Hh]olders?|[Cc]reditors?|[Ee]mployers|[Mm]issions?|"
    r"[Tt]eams?|[Cc]oordinators?|Administrator|"
    r"[Bb]usiness(?:es)?|industry|[Cc]orporations?|them|him|her|it|all|Israel|Portugal|[Oo]thers|[Nn]ations|"
    r"[Pp]eoples?|[Ii]ndividuals|universities|"
    r"[Cc]onventions?|Counsel|Controller|Ombudsman|Tribunals?|Court|Inspectors?|Bureau|Registrar|Registry|[Pp]arts|"
    r"[Ff]acilit(?:y|ies)|Association|Alliance|[Rr]egulators?|[Oo]bservers?|[Cc]ompan(?:y|ies)|Providers|providers|[Ff]oundations?|"
    r"[Jj]udiciary|[Aa]ctors|[Ss]ignator(?:y|ies)|[Dd]elegations?|[Hh]eads|Taliban|[Ee]veryone|[Cc]arriers|[Mm]inist(?:ers?|ry|ries))\b"
)
_MEMBERS = re.compile(
    r",?\s+(?:including|in particular|especially|notably|inter alia|such as|particularly|"
    r"among others)\b(?:(?!,? (?:and|as well as) (?:invites|requests)).)*$|"
    r"\s*\((?!(?:19|20)\d\d\))[^)]*\)"
)
_NOT_A_PARTY = tuple(
    f"{word} "
    for word in word_list(
        "in as with through within upon by at on under while when where if taking bearing subject pursuant for to "
        "without "
        "guided mindful after during acting recalling drawing building consistent based from using having inter"
    )
)


_OF = re.compile(r"\s(?:of|that|which|who|in|for|on|with|concerned|to|from|at)\s")
_PROPER = re.compile(r"(?:the )?[A-Z][\w’-]+(?: [A-Z][\w’-]+)*$")
_BLANKED = re.compile(r"\x00+")
PREPOSITION = re.compile(r"^[\s,\x00]*(?:upon|on|to|for)\s+")
_AND_FIRST = re.compile(r"^(?:and|or)\s+")
_TAIL = re.compile(
    r"(?:,?\s+(?:and|or|also|as well as)|,?\s+(?:jointly|together|along|alongside|in (?:close )?(?:cooperation|"
    r"consultation|"
    r"coordination|collaboration|partnership))\b(?: with)?(?:\s.*)?|\s+(?:at|during) (?:its|the|their) "
    r"[\w-]+(?: [\w-]+){0,3} sessions?\b.*)$"
)
"""What may stand after a party's name: a word that joins it with what was taken out, those who help, a session."""
_BETWEEN = re.compile(
    r"(,\s*(?:and\s+|as well as\s+|and also\s+)?|\s+as well as\s+|"
    r"(?<!international)(?<!regional)(?<!national)(?<!bilateral)(?<!multilateral)(?<!private)(?<!public)"
    r"\s+and\s+(?=the |all |other |Member |relevant |international |regional |those |civil |non-|its |private |"
    r"interested |States|[A-Z]{2,}\b|members of |heads of |leaders of |representatives of |parties to |chairs of |"
    r"donor|development partners|academia\b))"
)
_HELPING = re.compile(
    r"^(?:also )?(?:with the (?:\w+ )?(?:assistance|support|help|participation|involvement|cooperation|contribution|"
    r"advice) of|with (?:the )?(?:\w+ )?(?:assistance|support|help|advice|guidance|inputs?) (?:from|of|by)|"
    r"together with|jointly with|along with|alongside|assisted by|supported by|working (?:closely |together "
    r")?(?:with|in|through)|through|"
    r"acting (?:through|with)|under the (?:guidance|leadership|auspices|direction) of|"
    r"in (?:close |full |active )*(?:cooperation|coordination|collaboration|consultation|partnership|conjunction|"
    r"association|liaison) with|drawing on|building on|on the advice of)\b"
)
"""Words before those who help somebody to do what is asked: they owe nothing themselves."""


def _is_party(piece: str) -> bool:
    """Say whether a noun phrase names somebody who can be asked: its head, before any "of" or "that", is an actor."""
    head = _OF.split(piece, maxsplit=1)[0]
    return _ACTOR_HEAD.search(head) is not None or _PROPER.match(head) is not None


_NAMES = re.compile(
    r"\s*(?:the )?[A-Z][\w’-]+(?: [A-Z][\w’-]+){0,3}(?:(?:, | and |, and )(?:the )?[A-Z][\w’-]+(?: "
    r"[A-Z][\w’-]+){0,3})+\s*$"
)
"""States by their names and nothing else: "Chad and the Niger"."""
_THROUGH_FIRST = re.compile(
    r"^[\s,\x00]*(?:also )?(?:through|with the (?:assistance|support|help) of|in (?:consultation|cooperation|"
    r"coordination) with|"
    r"together with|jointly with) [^,;:\x00]{3,80},\s+(?=(?:the|all|Member|States|[A-Z]))"
)
"""Those through whom somebody is asked, named first: "requests, through the Council, the Office to report"."""


def parties_in(phrase: str) -> tuple[str, ...]:
    """Return the parties that a noun phrase joins; members named after "including" belong to the whole named before."""
    phrase = PREPOSITION.sub("", _THROUGH_FIRST.sub("", _BLANKED.sub("\x00", phrase)))
    if _NAMES.match(phrase) and _ACTOR_HEAD.search(phrase) is None:
        return tuple(re.split(r",? and |, ", phrase.strip()))
    pieces: list[str] = []
    for part in phrase.split("\x00"):
        cut = ["", *_BETWEEN.split(_MEMBERS.sub("", part))]
        is_helping = False
        for separator, piece in zip(cut[::2], cut[1::2], strict=True):
            bare = _TAIL.sub("", _AND_FIRST.sub("", piece.strip(" ,.;:"))).rstrip(" ,")
            is_helping = (is_helping and not separator.startswith(", and")) or _HELPING.match(bare) is not None
            if is_helping or len(bare) < 2 or bare in ("and", "or") or bare.lower().startswith(_NOT_A_PARTY):
                continue
            if pieces and not ((_HEAD_START.match(bare) or _ROLE.match(bare)) and _is_party(bare)):
                pieces[-1] = f"{pieces[-1]} and {bare}" if " and " in phrase else f"{pieces[-1]}, {bare}"
            else:
                pieces.append(bare)
    return tuple(dict.fromkeys(piece for piece in pieces if _is_party(piece)))


_ROLE = re.compile(r"(?:members|heads|leaders|representatives|parties|chairs|development partners)\b")


_AGENTS = re.compile(
    r"^(?:(?:all|the|other|relevant|national|financial|public|private|local|interested|competent|concerned|\w+al)\s+)*"
    r"(?!(?:factors|sectors|vectors|indicators|numbers|matters|orders|papers|borders|barriers|letters|chapters|centers|"
    r"powers|waters|others)\b)(?:[a-z-]+ )?[a-z-]*[a-z]{2}(?:(?:or|er|ant|ee|ian)s|men|people|persons)$|"
    r"^(?:\w+ )?(?:judges|police|journalists|scientists|economists|specialists|activists|jurists|analysts)$"
)
"""Those who act by trade or office: regulators, prosecutors, teachers, journalists."""


def agents_in(phrase: str) -> tuple[str, ...]:
    """Return those who are named by their trade or office, where nobody else is."""
    bare = PREPOSITION.sub("", phrase).strip(" ,\x00")
    each = [one for one in re.split(r",? and |, ", bare) if one]
    return tuple(each) if each and all(map(_AGENTS.match, each)) else ()


_ITEM = re.compile(
    r"(?:[Tt]hat\s+)?(?P<who>[^;:]{3,160}?),?\s+"
    r"(?:(?:shall|should|will|must)\b(?! not be\b)|(?:is|are|has|have) to (?!be\b)[a-z]|ought to\b)"
)


def who_shall(item: str) -> tuple[str, ...]:
    """Return who shall, should or will act by an item under "Decides that:"; nobody where a thing is the subject."""
    match = _ITEM.match(item)
    return parties_in(match["who"]) if match is not None else ()
