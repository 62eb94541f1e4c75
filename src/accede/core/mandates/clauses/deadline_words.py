"""How deadlines are written: sessions, periods, days, spans, intervals, and "as soon as possible"."""

import re

from accede.core.mandates.words.ordinals import CARDINAL, ORDINAL
from accede.core.mandates.words.wordlists import word_list

_KINDS = (
    r"(?:resumed|reconvened|special|emergency special|regular|substantive|organizational|annual|ordinary|"
    r"extraordinary|main|plenary|"
    r"first resumed|second resumed|ministerial|intersessional|humanitarian|joint|high-level|next|following|"
    r"forthcoming|upcoming|"
    r"current|present|subsequent|final|coming|third|first|second)"
)
_ORDINALS = rf"{ORDINAL}(?:(?:\s*,\s*|\s+and\s+|\s+to\s+|,? and (?:at )?(?:its |the )?)(?:{ORDINAL}))*"
_BODY_NAME = r"(?: of (?:the )?[A-Z][\w’-]*(?: (?:[A-Z][\w’-]*|of|on|for|and|the|to|in|against))*)?"
_PART = (
    r"(?:(?:the )?(?P<part>end|beginning|opening|start|commencement|close|closing|conclusion|main part|first part|"
    r"second part|resumed part|first resumed part|second resumed part|resumption|(?:\w+ )?programme of work|"
    r"\w+(?:-\w+)? (?:segment|part|meetings?|debate)) of )?"
)
SESSION = re.compile(
    rf"\b(?P<preposition>(?:(?:no|not) later than )?(?:at|during|before|by|until|prior to|in advance of|ahead of|"
    rf"starting (?:at|with|from)|"
    rf"beginning (?:at|with))|(?:no|not) later than|agenda of|"
    rf"on the (?:margins|sidelines) of)\s+{_PART}(?P<owner>its|the|their|his|each|every|all|"
    rf"a)\s+(?:(?P<year_before>(?:19|20)\d\d)\s+)?(?:(?P<kinds1>{_KINDS})(?:,? and\s+|\s+))?"
    rf"(?:(?P<ordinals>{_ORDINALS})\s+)?(?:(?P<kinds>(?:{_KINDS}\s+){{0,3}}))(?P<word>sessions?)\b(?P<of>{_BODY_NAME})"
    rf"(?P<year>(?:,? (?:of|for|in|to be held in) (?:(?:January|February|March|April|May|June|July|August|"
    rf"September|October|November|December) )?(?:19|20)\d\d)?)",
)
MONTHS = word_list("January February March April May June July August September October November December")
_MONTH = "|".join(MONTHS)
_YEARS = r"(?P<first>(?:19|20)\d\d)\s*(?:[-–—/]|to|and|through)\s*(?P<last>(?:19|20)?\d\d)\b"
PERIOD = re.compile(
    rf"\b(?:[Ff]or|[Dd]uring|[Ii]n|of|over|covering|throughout|within|from)\s+(?:the )?(?:(?:(?:programme|proposed|"
    rf"budgets?|medium-term|plan|financial|next|current|following|forthcoming|first|second|new|two|three|four|five|"
    rf"ten|entire|whole|\w+-year) ){{0,4}}(?P<word>biennium|bienniums|bienni(?:a|al period)|period|triennium|"
    rf"quadrennium|years|cycle|decade)\s+)?(?:from )?{_YEARS}",
)
DATE = re.compile(
    rf"\b(?P<preposition>(?:no|not) later than|by|before|until|till|prior to|as (?:from|of)|with effect from|"
    rf"effective|from|starting (?:in|from|on)|beginning (?:in|on|from)|"
    rf"commencing (?:in|on)|on|in|during|for|after|at the latest by|through)\s+(?P<article>the )?(?P<edge>(?:end|"
    rf"beginning|middle|start|close|course|first half|second half|first quarter|last quarter|"
    rf"second quarter|third quarter|fourth quarter|spring|summer|autumn|fall|early|late|week|"
    rf"month) (?:of )?(?:the )?|"
    rf"mid-)?(?P<word>year )?(?:(?P<day>\d{{1,2}}) )?(?:(?P<month>{_MONTH}) )?(?P<year>(?:19|"
    rf"20)\d\d)\b(?!\s*\))(?![/–-]\d)",
)
RANGE = re.compile(
    rf"\b(?:from|on) (?P<first>\d{{1,2}})(?: (?P<first_month>{_MONTH}))? (?:to|"
    rf"and) (?P<last>\d{{1,2}}) (?P<last_month>{_MONTH}) (?P<year>(?:19|20)\d\d)\b"
)
WITHIN = re.compile(
    rf"\b(?:within (?:a (?:maximum )?(?:period|time frame) of |the next |the following |a further |the first )?|"
    rf"(?:no|not) later than )(?P<count>{CARDINAL})(?:\s?\(\d+\))? (?P<unit>days?|weeks?|months?|years?)\b"
    r"(?! (?:before|prior to|in advance|ahead)\b)"
    r"(?P<after>(?: (?:of|from|after|following) (?:(?!,|;|:).){3,80})?)",
    re.IGNORECASE,
)
PERIODIC = re.compile(
    rf"\b(?:(?P<word>annually|biennially|biannually|semi-annually|quarterly|monthly|triennially|quadrennially|"
    rf"yearly|periodically|weekly|every (?:second |other )?(?:year|month|quarter)|"
    rf"each year|once a year|twice a year|twice yearly|at regular intervals)|"
    rf"every (?P<count>{CARDINAL})(?:\s?\(\d+\))? (?P<unit>days?|weeks?|months?|years?)|"
    rf"on an? (?P<basis>annual|yearly|biennial|regular|periodic|quarterly|monthly|triennial|quadrennial|"
    rf"semi-annual|biannual|(?P<number>two|three|four|five|six|ten)-year)(?: and \w+)? basis|"
    rf"(?:an?|its|his|their) (?P<report>annual|biennial|quarterly|periodic|triennial|quadrennial|monthly|"
    rf"biannual) (?:(?!for|of|the)\w+ )?(?:reports?|reporting|review|briefings?|updates?)(?= (?:on|to|in|about|"
    rf"regarding)))\b",
    re.IGNORECASE,
)
THEREAFTER = re.compile(
    r"^,?\s*(?:and|and then|and again)?,?\s*(?:(?:at|on)\s+)?$|^,?\s*(?:and\s+)?(?:subsequently|then)\s+$",
    re.IGNORECASE,
)
"""What may stand between a day and "annually thereafter": then the day is the first of many."""

OF_OTHERS = re.compile(
    r"\b(?:who|which|whose|where|that (?:are|is|have|has|occur|take|die|were|was|affect|cause|kill)|dying|dies?|killed|"
    r"lost|"
    r"occurring|affecting|estimated|suffer\w*|displaced)\b(?![^,;]*,)",
)
"""Words after which an interval tells how things are, not when something is asked: "who die every year"."""

PERIODIC_NEEDLES = ("annual", "ennial", "quarter", "month", "year", "period", "week", "every", "interval", "basis")
"""One of these stands wherever something is asked for again and again: looked for first, since most texts hold none."""

SOON = re.compile(
    r"\b(?:as soon as (?:possible|practicable|feasible|practical)|at (?:the|its|"
    r"their) earliest(?: possible)?(?: convenience| opportunity| date| time)?|as early as possible|as a matter of "
    r"(?:urgency|priority|high priority|great urgency)|without (?:further |undue |any )?delay|"
    r"in a timely (?:manner|fashion)|forthwith|by the earliest possible date|at an early date|"
    r"in due course|as a matter of urgency)\b",
    re.IGNORECASE,
)
SOON_NEEDLES = ("as soon", "earliest", "early", "matter of", "delay", "timely", "forthwith", "in due course")
"""One of these stands wherever haste is asked for."""

EVERY = {
    "annually": 12, "annual": 12, "yearly": 12, "each year": 12, "every year": 12, "once a year": 12, "biennially": 24,
    "biennial": 24, "every second year": 24, "every other year": 24, "biannually": 6, "semi-annually": 6,
    "semi-annual": 6, "biannual": 6, "twice a year": 6, "twice yearly": 6, "quarterly": 3, "every quarter": 3,
    "monthly": 1, "every month": 1, "triennially": 36, "triennial": 36, "quadrennially": 48, "quadrennial": 48,
}  # fmt: skip
PAST = re.compile(
    r"\b(?:adopted|held|convened|concluded|took place|taken|approved|endorsed|considered|issued|submitted|"
    r"established|agreed|launched|made|"
    r"recognized|decided|contained|reached|presented|proclaimed|reported|requested|elected|occurred|signed|opened|"
    r"undertaken|created|"
    r"rendered|hosted|inaugurated|founded|extended|reviewed|identified|outlined|set out|envisaged|negotiated|"
    r"signed|celebrated|organized|begun|delivered|came|entered|discussed|heard|expressed|initiated|since|noted|"
    r"accepted|announced|commenced|"
    r"published|achieved|experienced|committed|declared|prepared|stated|welcomed|had|was|were|has|have|been)\b",
)
FUTURE = re.compile(
    r"\b(?:to (?!be\b)[a-z]+|to be [a-z]+|shall|should|will|must|may|Decides|decides|Requests|requests|Invites|"
    r"invites|Urges|urges|Calls upon|"
    r"Encourages|Recommends|Resolves|Looks forward|looks forward)\b",
)
FIRM = ("by", "before", "until", "till", "through", "no later than", "not later than", "prior to")
"""Words that set a limit; "in 2015" and "at its session" may as well tell of the past."""

ACTING = re.compile(
    r"\b(?:(?P<tells>welcomes?|takes (?:due )?note|notes|recalls|commends|acknowledges|recognizes|reaffirms|"
    r"congratulates|thanks|expresses its (?:appreciation|gratitude|satisfaction))|requests|decides|invites|urges|calls|"
    r"encourages|recommends|resolves|looks forward|authorizes|appeals|endorses|approves|stresses|emphasizes|agrees|"
    r"demands|instructs|directs|asks|reiterates|underlines|supports)\b",
    re.IGNORECASE,
)
"""Verbs that only tell of something, and verbs that set something going."""

TO_COME = re.compile(
    r"\b(?:to be (?:held|convened|submitted|presented|considered|issued|adopted|produced|completed|organized|launched)|"
    r"will|shall|should|scheduled|planned|upcoming|forthcoming|offer|proposal|intention|decision to|preparations?)\b"
)
