"""Short resolutions in the grammar of the United Nations, invented for the tests: none was ever adopted."""

from accede.core.mandates.reading import Reading, read
from accede.core.mandates.sessions import Calendar, SessionDates, SessionKey
from tests.core.mandates.days import day

CALENDAR = Calendar(
    [
        SessionDates(SessionKey("CCPCJ", 30, 2021), day("2021-05-17"), day("2021-05-21"), "sample"),
        SessionDates(SessionKey("GA", 79), day("2024-09-10"), day("2025-09-08"), "sample"),
    ]
)

LIGHTHOUSES = """\
Resolution adopted by the General Assembly on 12 December 2019

[on the report of the Sample Committee (A/74/999)]

74/901. Care of lighthouses

The General Assembly,

Recalling its resolution 70/901 of 3 December 2015 on lamps, and Security Council resolution 9901 (2013),

Mindful of the keepers of lighthouses,

Deeply concerned that lamps go out in storms, and noting the Convention on Lamps,

1. Takes note with appreciation of the report of the Secretary-General on lamps (A/74/555);

2. Urges coastal States that have not yet done so to consider joining the Convention on Lamps, and requests the
Office of Lamps, subject to the availability of extrabudgetary resources, to assist Member States, upon request;

3. Also requests the Office of Lamps, within its mandate and in close consultation with the Keepers' Union:

(a) To train keepers, where appropriate;

(b) To publish by 2023 a guide to lamps, including:

(i) Oil lamps;

(ii) Electric lamps;

4. Further requests the Secretary-General to report annually on lamps, and to submit to the General Assembly at its
seventy-sixth session a report on the implementation of the present resolution.

51st plenary meeting
12 December 2019
"""

FERRIES = """\
2021/901 Ferries between islands

The Economic and Social Council,

Recommends to the General Assembly the adoption of the following draft resolution:

“The General Assembly,

“Noting that islands are far from each other,

“1. *Invites* States to keep ferries running, with the consent of the islands concerned;

“2. *Requests* the Executive Director to report on ferries at the thirtieth session of the Commission on Crime
Prevention and Criminal Justice, and for the biennium 2022–2023;

“3. *Decides* that all captains shall carry a lamp.”

9th plenary meeting
8 June 2021
"""

TWO_PARTS = """\
Resolutions adopted by the General Assembly in December 2019

74/904. Lamps and ferries

A

Lamps of the coast

The General Assembly,

Recalling its resolution 70/901 of 3 December 2015,

1. Requests the Secretary-General to report to it at its seventy-sixth session on lamps;

2. Requests the Office of Lamps, upon request, to train keepers:

(a) In workshops at night;

(b) In seminars by day.

51st plenary meeting
12 December 2019

Annex

Rules of lamps

1. Lamps shall burn at night.

B

Ferries

The General Assembly,

Noting that islands are far from each other,

Noting also the tides,

1. Invites States, with the consent of the islands concerned, to give support to ferries;

2. Requests the Secretary-General to report to it at its seventy-seventh session on ferries.

53rd plenary meeting
14 December 2019
"""

SECTIONS = """\
74/905. Harbours

The General Assembly,

Mindful of harbours,

I

Depth

1. Urges States to give support to harbours;

2. Requests the Secretary-General to report on depth;

II

Width

1. Requests the Secretary-General to report on width.

51st plenary meeting
12 December 2019
"""


def reading(text: str, hint: str = "", symbol: str = "") -> Reading:
    """Read a text with the tests' calendar."""
    return read(text.splitlines(), calendar=CALENDAR, hint=hint, symbol=symbol)
