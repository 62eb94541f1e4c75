"""The words with which a resolution acts: participles of the preamble, finite verbs of the operative part.

A preambular paragraph opens with a participle ("Recalling") or a predicate adjective ("Mindful"), an operative one with
a verb in the third person whose subject is the organ ("Requests"). Adverbs stand before the verb ("Further requests")
or after it ("Recalling also"). The catalogue holds the verbs met in resolutions since 1946; in the preamble any
participle is read, since nothing else opens a paragraph there.
"""

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from accede.core.mandates.words.wordlists import word_set

_FINITE_WORDS = """
abolish accept acknowledge address adhere admit adopt advise advocate affirm agree alert allocate allow amend annul
anticipate appeal applaud appoint apportion appreciate appropriate approve ask assert assess assign assure attach
authorize await bear believe bring call caution cease celebrate censure certify charge choose commemorate commend
commit concur condemn confirm congratulate conclude consider continue convene convey create decide declare dedicate deem
deeply defer defines delegate delete demand denounce deplore deprecate designate determine direct disapprove discontinue
dispatch dissolve draw elect embrace emphasize empower encourage endorse enjoin entrust envisage establish exhort
expect explain express extend favour finance find fix give hail highlight hold honour hope identify implore impress
include incorporate indicate inform initiate insert insist institute instruct intend introduce invite join lament
launch look maintain mandate modify mourn name note object observe offer open oppose order outline pay permit place
pledge postpone praise present press proclaim prohibit prolong promote propose protest provide publish put ratify
re-emphasize reaffirm realize reappoint reassert reassure recall receive recognize recommend recommit reconfirm
reconstitute record rededicate refer regard register regret reiterate reject rejoice remain remind renew repeat
replace report request require rescind reserve resolve respect retain review revise revoke salute sanction seek seize
select send set share solicit stand stress strive submit subscribe suggest support suspend sustain take task terminate
thank transfer transmit trust undertake underline underscore underwrite urge uphold value vest view voice warn welcome
wish withdraw witness
"""
_FINITE_BASES = word_set(_FINITE_WORDS)

_PREDICATES = word_set(
    """
    affected agitated alarmed alive anxious appalled apprised assured aware cognizant committed concerned confident
    conscious consternated convinced dedicated desirous determined disappointed dismayed distressed disturbed
    emboldened encouraged fearful grateful gratified grieved guided heartened hopeful impelled impressed indignant
    inspired mindful motivated moved outraged perturbed pleased preoccupied persuaded prompted proud reassured
    resolute resolved sad saddened satisfied seized shocked solicitous struck surprised troubled united
    """
)
"""Words that open a preambular paragraph without a participle: the organ is mindful, alarmed, convinced."""

_ADVERBS = word_set(
    "also further furthermore again once more moreover likewise accordingly therefore thus hereby still "
    "too once-again in-particular nevertheless however equally"
)
_NO_ADVERBS = word_set("assembly apply comply family july only reply supply italy early monopoly rely imply")
_OTHER_BASES = word_set(
    """
    accelerate access achieve acquire act adapt add advance aim align analyse apply arrange assist attain avoid
    base broaden build combat combine complete comply comprise concern conclude conduct consolidate construct contain
    contribute cooperate coordinate counter cover deal decrease deepen define deliver demonstrate deploy desire develop
    devise disseminate distribute diversify eliminate enable engage enhance ensure entail eradicate evaluate evolve
    examine exchange execute exercise expand expedite explore facilitate fight focus follow form formulate foster fulfil
    further gather generate govern guarantee harmonize help host ignore implement improve increase intensify integrate
    invest involve keep lead learn leave limit link lower manage meet minimize mitigate mobilize monitor move observe
    obtain optimize organize overcome oversee participate perform plan prepare preserve prevent prioritize produce
    protect provoke pursue raise rationalize reach reduce refrain reinforce relate release remove resolve respond
    restore restructure review rise safeguard satisfy secure serve share shift simplify speak stimulate streamline
    strengthen    study suffer supply sustain tackle target train translate treat try turn update utilize work build
    """
)
_BASES = _FINITE_BASES | _OTHER_BASES
_IRREGULAR = {"having": "have", "being": "be", "is": "be", "has": "have", "dying": "die", "lying": "lie"}


class VerbForm(StrEnum):
    """What kind of word leads a paragraph."""

    PARTICIPLE = "participle"
    PREDICATE = "predicate"
    FINITE = "finite"


@dataclass(frozen=True, slots=True)
class Lead:
    """The words a paragraph opens with.

    Attributes:
        verb: the verb as written ("requests" in "Also requests").
        base: its base form ("request").
        phrase: all opening words that belong to the verb ("Takes note with appreciation").
        adverbs: the adverbs and "with …" phrases, in order.
        form: participle, predicate adjective or finite verb.
        end: how many characters of the text the phrase takes.
        speaker: who speaks in a declaration, "We" or the words after it; "" where the organ itself acts.
    """

    verb: str
    base: str
    phrase: str
    adverbs: tuple[str, ...]
    form: VerbForm
    end: int
    speaker: str = ""


@lru_cache(maxsize=4096)
def base_of_participle(word: str) -> str:
    """Return the base form of a participle in -ing: from the catalogue, else by the rules of spelling."""
    lower = re.sub(r"is(?=ing$)", "iz", word.lower())
    if lower in _IRREGULAR:
        return _IRREGULAR[lower]
    stem = word.lower().removesuffix("ing")
    american = lower.removesuffix("ing")
    candidates = (stem, f"{stem}e", american, f"{american}e", stem[:-1])
    known = next((form for form in candidates if form in _BASES), None)
    if known is not None:
        return known
    if re.search(r"([bdfgmnprt])\1$", stem):
        return stem[:-1]
    return f"{stem}e" if re.search(r"(?:[^aeiou][aeiou]|u)[cdgkrstuvz]$|[lnr][cgsv]$|[^aeiou]l$", stem) else stem


@lru_cache(maxsize=4096)
def base_of_finite(word: str) -> str | None:
    """Return the base form of a catalogued verb in the third person; None for any other word."""
    lower = word.lower()
    if lower in ("is", "has"):
        return _IRREGULAR[lower]
    british = re.sub(r"is(?=es?$)", "iz", lower)
    for form in (lower, british):
        if form.endswith("ies") and f"{form[:-3]}y" in _FINITE_BASES:
            return f"{form[:-3]}y"
        if form.endswith("es") and form[:-2] in _FINITE_BASES:
            return form[:-2]
        if form.endswith("s") and form[:-1] in _FINITE_BASES:
            return form[:-1]
    return None


@lru_cache(maxsize=4096)
def is_adverb(word: str) -> bool:
    """Say whether a word may stand between the start of a paragraph and its verb."""
    lower = word.lower().strip(",")
    return lower in _ADVERBS or (lower.endswith("ly") and len(lower) > 4 and lower not in _NO_ADVERBS)


_WORD = re.compile(r"[A-Za-zÀ-ÿ][A-Za-zÀ-ÿ’'-]*")
_RUN_UP = re.compile(
    r"(?:in (?:this|that) (?:regard|respect|context|connection|connexion|spirit)|to (?:this|that) end|in addition|"
    r"in particular|for (?:this|that) purpose|with (?:this|that) (?:in view|end in view)|as a first step|"
    r"at the same time|while|on the one hand|in conclusion|in the meantime|meanwhile|as a consequence|once again|"
    r"once more|and|or|thereby)\b,?\s*",
    re.IGNORECASE,
)
_SUBJECT = re.compile(
    r"(?:The )?(?:General Assembly|Assembly|Economic and Social Council|Security Council|Human Rights Council|Council|"
    r"Commission)(?:,\s(?:recalling|noting|taking|having|recognizing|acting|reaffirming|bearing|on the)\b[^;:]{3,300}?,"
    r"(?=\s[a-z]+s\s))?,?\s+",
)
_AFTER = re.compile(
    r"\s*,?\s*(?:(?P<adverb>also|further|furthermore|again|once again|once more|moreover|therefore|likewise|"
    r"in particular|"
    r"accordingly|strongly|deeply|fully|gravely|particularly|especially|solemnly)\b,?|"
    r"(?P<tail>(?:note|into account|into consideration|in mind|tribute|regard|cognizance|"
    r"due note|careful note|full note|full account|(?:the )?attention|due account|heed)\b)|"
    r"(?P<with>with\s+(?:(?:deep|grave|great|profound|keen|particular|special|serious|utmost|sincere|much|the|its|"
    r"increasing|growing|extreme|strong|warm|some|due|regard)\s+|and\s+)*"
    r"(?:appreciation|satisfaction|concern|interest|regret|approval|gratitude|alarm|dismay|sorrow|anxiety|"
    r"indignation|pleasure|pride|sadness|disappointment|anticipation|apprehension|thanks|encouragement|"
    r"preoccupation|abhorrence|gratification|shock|outrage|consternation|relief|disquiet|hope|enthusiasm)"
    r"(?:\s+and\s+(?:appreciation|satisfaction|concern|interest|regret|approval|gratitude|alarm))?)|"
    r"(?P<preposition>(?:upon|for|to|on)\b(?=\s)))"
)
_PREPOSITION_OF = {"call": ("upon", "for", "on"), "appeal": ("to",), "draw": ("to",), "look": ("for",)}


def _tail(text: str, start: int, base: str) -> tuple[int, list[str]]:
    """Return where the verb phrase ends, and the adverbs that follow the verb."""
    end, adverbs = start, []
    for _ in range(4):
        match = _AFTER.match(text, end)
        if match is None:
            break
        preposition = match["preposition"]
        if preposition is not None and preposition.lower() not in _PREPOSITION_OF.get(base, ()):
            break
        adverbs += [found for found in (match["adverb"], match["with"]) if found]
        end = match.end()
        if text[:end].endswith(","):
            end -= 1
            break
    return end, adverbs


_RECORDED = re.compile(
    r"^(?:At (?:its|the) [^.;]{3,140}?(?:meetings?|sessions?)\b[^.;]{0,160}?,\s+)?[Tt]he "
    r"(?:(?:General )?Assembly|(?:Economic and Social |Security |Human Rights )?Council|Commission)\b"
    r"(?:,[^;:]{3,400}?,)?\s+(?P<adverbs>(?:(?:also|further|again|\w+ly)\s+)*)(?P<verb>[a-z-]{3,}(?:ed|ok|ld))\b"
)
"""How a decision is told: "At its 45th plenary meeting, on 26 July, the Council, on the advice of …, decided"."""


_WE = re.compile(
    r"^(?:And\s+|[Ww]hile\s+)?[Ww]e\b(?:,?\s+(?P<who>the [^;:.]{3,300}?),)?"
    r"\s+(?P<adverbs>(?:(?:hereby|also|further|again|therefore|thus|once again|will|shall|must|all|\w+ly),?\s+)*)"
    r"(?P<verb>[a-z-]{3,})\b"
)
"""How those who adopt a declaration speak: "We, the States Members of the United Nations, solemnly reaffirm"."""


def _declared(text: str) -> Lead | None:
    match = _WE.match(text)
    if match is None or match["verb"] not in _BASES:
        return None
    base = match["verb"]
    end, after = _tail(text, match.end("verb"), base)
    phrase = text[match.start("adverbs") : end].strip()
    adverbs = (*match["adverbs"].replace(",", " ").split(), *after)
    return Lead(match["verb"], base, phrase, adverbs, VerbForm.FINITE, end, match["who"] or "We")


_RECORDED_LIST = re.compile(
    r"^At (?:its|the) [^.;]{3,140}?(?:meetings?|sessions?)\b[^.;]{0,160}?,\s+[Tt]he "
    r"(?:(?:General )?Assembly|(?:Economic and Social |Security |Human Rights )?Council|"
    r"Commission)\b(?:,[^;:]{3,400}?,)?:$"
)
"""How a decision with a list is told: "At its 5th plenary meeting, on 18 December, the General Assembly:"."""


def tells_by_items(text: str) -> bool:
    """Say whether a sentence leaves it to its items to tell in the past what an organ did."""
    return _RECORDED_LIST.match(text) is not None


def read_past(text: str) -> Lead | None:
    """Return the verb of an item that tells in the past: "Requested the Office to write"."""
    match = _PAST_ITEM.match(text)
    base = base_of_past(match["verb"]) if match is not None else ""
    if match is None or base not in _FINITE_BASES:
        return None
    end, after = _tail(text, match.end("verb"), base)
    return Lead(match["verb"], base, text[:end].strip(), (*match["adverbs"].split(), *after), VerbForm.FINITE, end)


_PAST_ITEM = re.compile(
    r"(?P<adverbs>(?:(?:[Aa]lso|[Ff]urther|[Aa]gain|[A-Za-z]+ly)\s+)*)(?P<verb>[A-Za-z-]{2,}(?:ed|ok|ld))\b"
)


def is_recorded(text: str) -> bool:
    """Say whether a sentence tells in the past what an organ did at a meeting, as decisions are written."""
    if tells_by_items(text):
        return True
    match = _RECORDED.match(text)
    return match is not None and base_of_past(match["verb"]) in _FINITE_BASES


def _recorded(text: str) -> Lead | None:
    match = _RECORDED.match(text)
    base = base_of_past(match["verb"]) if match is not None else ""
    if match is None or base not in _FINITE_BASES:
        return None
    end, after = _tail(text, match.end("verb"), base)
    phrase = text[match.start("adverbs") : end].strip()
    return Lead(match["verb"], base, phrase, (*match["adverbs"].split(), *after), VerbForm.FINITE, end)


def _skip_run_up(text: str) -> tuple[int, list[str]]:
    """Return where the verb may begin, and the adverbs passed on the way."""
    at, adverbs = 0, []
    subject = _SUBJECT.match(text)
    if subject is not None:
        at = subject.end()
    for _ in range(5):
        run_up = _RUN_UP.match(text, at)
        if run_up is not None and run_up.end() < len(text):
            adverbs.append(run_up[0].strip(" ,"))
            at = run_up.end()
            continue
        word = _WORD.match(text, at)
        if word is None or not is_adverb(word[0]):
            break
        adverbs.append(word[0])
        at = word.end() + len(text[word.end() :]) - len(text[word.end() :].lstrip(" ,"))
    return at, adverbs


def _form_of(word: str, rest: str, *, finite_only: bool) -> tuple[VerbForm, str] | None:
    """Return the form and base of a leading word, or None when it leads no paragraph."""
    lower = word.lower()
    base = base_of_finite(word)
    if base is not None and not (lower in _ALSO_NOUNS and _NOUN_FOLLOWS.match(rest)):
        return VerbForm.FINITE, base
    if finite_only:
        return None
    if lower in _PREDICATES:
        return VerbForm.PREDICATE, lower
    if (
        lower.endswith("ing")
        and len(lower) > 4
        and lower not in _NOUNS_IN_ING
        and not (lower in _ATTRIBUTES and _OTHER_SUBJECT.match(rest))
    ):
        return VerbForm.PARTICIPLE, base_of_participle(word)
    return None


_ALSO_NOUNS = word_set("tasks reports records views names places offers shares registers requests supports values")
_NOUN_FOLLOWS = re.compile(r"\s+(?:of|for|on|by|in|from|between|and|or|to|at|with|under|received)\b")
_NOUNS_IN_ING = word_set(
    "during training meeting funding financing building housing nothing something anything everything being morning "
    "evening thing king spring string wing ring beijing money-laundering including existing "
    "regarding concerning notwithstanding following according pending owing"
)
_OTHER_SUBJECT = re.compile(r"\s+(?:countries|country|States|world|nations|economies)\b")
_ATTRIBUTES = word_set("developing participating contributing administering requesting exporting importing donating")
_HAVING = re.compile(
    r"having\s+(?:(?:also|further|again|now|thus|already|fully|carefully|duly|once again|\w+ly)\s+)*(?P<participle>\w+)"
    r"(?P<rest>\s+(?:regard|in mind|note|account))?",
    re.IGNORECASE,
)
_PAST = {
    "taken": "take",
    "had": "have",
    "met": "meet",
    "heard": "hear",
    "seen": "see",
    "borne": "bear",
    "read": "read",
    "took": "take",
    "held": "hold",
    "chose": "choose",
    "gave": "give",
}


def base_of_past(word: str) -> str:
    """Return the base form of a verb in the past: from the irregular ones, else by the rules of spelling."""
    lower = word.lower()
    if lower in _PAST or not lower.endswith("ed"):
        return _PAST.get(lower, lower)
    stem = lower.removesuffix("ed")
    return base_of_participle(f"{stem}ing")


def _having(text: str, at: int, adverbs: list[str]) -> Lead | None:
    match = _HAVING.match(text, at)
    if match is None:
        return None
    participle = match["participle"]
    if participle.lower() == "regard":
        verb, base = f"{text[at : at + 6]} regard", "have"
    else:
        verb, base = f"{text[at : at + 6]} {participle}", base_of_past(participle)
    inner = re.findall(r"\b(?:also|further|again|now|\w+ly)\b", match[0])
    return Lead(verb, base, text[: match.end()].strip(), (*adverbs, *inner), VerbForm.PARTICIPLE, match.end())


@lru_cache(maxsize=1024)
def read_lead(text: str, *, finite_only: bool = False) -> Lead | None:
    """Return the verb with which a paragraph's text opens, or None when it opens with none.

    `finite_only`: read third-person verbs only, as where nothing shows that a preamble is going on.
    """
    if text.startswith(("At its", "At the", "The ")) and (recorded := _recorded(text)) is not None:
        return recorded
    if text.startswith(("We", "And we", "While we")) and (declared := _declared(text)) is not None:
        return declared
    at, adverbs = _skip_run_up(text)
    word = _WORD.match(text, at)
    if word is None:
        return None
    if not finite_only and word[0].lower() == "having":
        return _having(text, at, adverbs)
    found = _form_of(word[0], text[word.end() :], finite_only=finite_only)
    if found is None:
        return None
    form, base = found
    end, after = _tail(text, word.end(), base)
    return Lead(word[0], base, text[:end].strip(), (*adverbs, *after), form, end)
