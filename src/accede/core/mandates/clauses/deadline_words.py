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
    rf"in (?:good )?time for|(?:starting |beginning |commencing |as |with effect )?from|as of|"
    rf"(?<=report )to|(?<=reports )to|(?<=submission )to|(?<=presentation )to|(?<=back )to|"
    rf"starting (?:at|with)|"
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
    rf"\b(?P<preposition>(?:no|not) later than|by|(?:on or )?before|until|till|prior to|as (?:from|of)|with "
    rf"effect from|"
    rf"effective|from|starting (?:in|from|on)|beginning (?:in|on|from)|"
    rf"commencing (?:in|on)|on|in|during|for|after|at the latest by|through)\s+(?P<article>the )?(?P<edge>(?:end|"
    rf"beginning|middle|start|close|course|first half|second half|first quarter|last quarter|first semester|"
    rf"second semester|"
    rf"second quarter|third quarter|fourth quarter|spring|summer|autumn|fall|early|late|week|"
    rf"month) (?:of )?(?:the )?|"
    rf"mid-)?(?P<word>year )?(?:(?:(?P<day>\d{{1,2}}) )?(?P<month>{_MONTH}) |"
    rf"(?P<month_first>{_MONTH}) (?P<day_after>\d{{1,2}}), )?(?P<year>(?:19|20)\d\d)\b(?!\s*\))(?![/–-]\d)",
)
RANGE = re.compile(
    rf"\b(?:from|on) (?P<first>\d{{1,2}})(?: (?P<first_month>{_MONTH}))? (?:to|"
    rf"and) (?P<last>\d{{1,2}}) (?P<last_month>{_MONTH}) (?P<year>(?:19|20)\d\d)\b"
)
DAYS = re.compile(
    rf"\b(?P<preposition>(?:no|not) later than|by|(?:on or )?before|until)\s+"
    rf"(?P<days>\d{{1,2}}(?: (?:{_MONTH})(?: \d{{4}})?)?(?:(?:,| and|, and| or) \d{{1,2}}(?: (?:{_MONTH})(?: "
    rf"\d{{4}})?)?)+)"
)
"""Several days after one word: "by 1 May, 1 August and 1 November 2025"."""

ONE_OF_DAYS = re.compile(rf"(?P<day>\d{{1,2}})(?: (?P<month>{_MONTH})(?: (?P<year>\d{{4}}))?)?")
END_OF_YEAR = re.compile(
    r"\b(?P<preposition>(?:no|not) later than|by|before|until)\s+(?:the )?(?P<edge>end|close|middle) of "
    r"(?P<which>this|the|the current|the present|the calendar|the following|the next|next) (?:calendar )?year\b(?! \d)"
)
"""A year told by its place: "by the end of the year"."""

WITHIN = re.compile(
    rf"\b(?:within (?:a (?:maximum )?(?:period|time frame) of |the next |the following |a further |the first )?|"
    rf"(?:no|not) later than |(?:in|over|during) the (?:next|coming|following) )"
    rf"(?P<count>{CARDINAL})(?:\s?\(\d+\))? (?P<unit>(?:calendar |working )?(?:days?|weeks?|months?|years?))\b"
    r"(?! (?:before|prior to|in advance|ahead)\b)"
    r"(?P<after>(?: (?:of|from|after|following) (?:(?!,|;|:).){3,80})?)",
    re.IGNORECASE,
)
AFTER_ADOPTION = re.compile(
    rf"\b(?P<count>{CARDINAL})(?:\s?\(\d+\))? (?P<unit>days?|weeks?|months?|years?)(?P<after> (?:after|following|from) "
    r"(?:(?:the )?date of )?(?:the )?"
    r"(?:adoption\b(?! of (?!this|the present))(?: of (?:this|the present) resolution)?|"
    rf"(?:present |this )?resolution))",
    re.IGNORECASE,
)
"""A span from the adoption that no "within" announces: "sixty days after the adoption of the present resolution"."""

ADOPTION_NEEDLES = tuple(f"{after} {what}" for after in ("after", "following", "from") for what in (
    "the adoption", "adoption", "the date of", "this resolution", "the present resolution"
))  # fmt: skip
WITHIN_NEEDLES = ("within", "later than", "the next ", "the coming", "the following")
"""One of these stands wherever a span of time is set."""

PERIODIC = re.compile(
    rf"\b(?:(?P<word>annually|biennially|biannually|bi-annually|semi-annually|semiannually|half-yearly|fortnightly|quarterly|monthly|triennially|quadrennially|"
    rf"yearly|periodically|weekly|every (?:second |other )?(?:year|month|quarter)|"
    rf"each year|once a year|twice a year|twice yearly|at regular intervals)|"
    rf"every (?P<count>{CARDINAL})(?:\s?\(\d+\))? (?P<unit>days?|weeks?|months?|years?)|"
    rf"on an? (?P<basis>annual|half-yearly|yearly|biennial|regular|periodic|quarterly|monthly|triennial|quadrennial|"
    rf"semi-annual|biannual|(?P<number>two|three|four|five|six|ten)-year)(?: and \w+)? basis|"
    rf"(?:(?:an?|its|his|their) )?(?P<report>annual|biennial|quarterly|periodic|triennial|quadrennial|monthly|"
    rf"weekly|yearly|"
    rf"half-yearly|semi-annual|biannual) (?:(?!for|of|the)\w+ )?(?:reports?|reporting|review|briefings?|updates?))\b",
    re.IGNORECASE,
)
INTERVALS = re.compile(
    rf"\b(?:"
    rf"(?P<between>{CARDINAL})-(?P<between_unit>monthly|yearly|month intervals|year intervals|week intervals|"
    rf"day intervals)|"
    rf"(?:at )?intervals of (?:not more than |no more than |up to |not exceeding |at most "
    rf")?(?P<apart>{CARDINAL}) (?P<apart_unit>days?|weeks?|months?|years?))\b",
    re.IGNORECASE,
)
"""Intervals told by their length: "six-monthly", "at intervals of no more than two years"."""

INTERVAL_NEEDLES = ("interval", "-monthly", "-yearly")
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

ATTRIBUTE = re.compile(
    r"(?<!\bbe )(?<!\bbeing )(?<!\bto )(?<!\bneed )\b(?!need\b|indeed\b|feed\b|speed\b|proceed\b|exceed\b|"
    r"succeed\b|seed\b)"
    r"(?:\w{3,}ed|lost|spent|made|stolen|sold|born|grown|held|caught|broken|taken|given|driven|fallen|paid|"
    r"left|sent|built|found|bought|shot|burnt|thrown)(?: (?:by|in|on|at|from|through) [^,;]{2,30})?\s+(?:each and )?$"
)
"""A word that tells what kind of thing is meant, right before an interval: "billions of dollars laundered annually"."""

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
    "semi-annual": 6, "biannual": 6, "bi-annually": 6, "semiannually": 6,
    "half-yearly": 6,
    "twice a year": 6, "twice yearly": 6, "quarterly": 3, "every quarter": 3,
    "monthly": 1, "every month": 1, "triennially": 36, "triennial": 36, "quadrennially": 48, "quadrennial": 48,
}  # fmt: skip
PAST = re.compile(
    r"\b(?<!\bbe )(?:adopted|held|convened|concluded|took place|taken|approved|endorsed|considered|issued|submitted|"
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
FIRM = ("by", "before", "on or before", "until", "till", "through", "no later than", "not later than", "prior to")
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
