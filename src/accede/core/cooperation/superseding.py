"""Which of two texts governs between two States that both bind, and which are read as one."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from accede.core.explain import Authority


class Relation(StrEnum):
    """How a newer text relates to an older one between States bound by both."""

    PREVAILS = "prevails"
    ONE_INSTRUMENT = "one_instrument"
    """The two are read as one: the article as amended applies."""
    AMENDS = "amends"


@dataclass(frozen=True, slots=True)
class Supersedes:
    """Between two States bound by the newer text, it governs instead of the older one."""

    relation: Relation
    authority: Authority


SUPERSEDES: Mapping[tuple[str, str], Supersedes] = MappingProxyType(
    {
        ("BEIJING-CONV-2010", "MONTREAL-1971"): Supersedes(Relation.PREVAILS, Authority("BEIJING-CONV-2010", "24(a)")),
        ("BEIJING-CONV-2010", "AIRPORTS-1988"): Supersedes(Relation.PREVAILS, Authority("BEIJING-CONV-2010", "24(b)")),
        ("MONTREAL-PROT-2014", "TOKYO-1963"): Supersedes(
            Relation.ONE_INSTRUMENT, Authority("MONTREAL-PROT-2014", "XV")
        ),
        ("BEIJING-PROT-2010", "HAGUE-1970"): Supersedes(Relation.ONE_INSTRUMENT, Authority("BEIJING-PROT-2010", "XIX")),
        ("SUA-PROT-2005", "SUA-1988"): Supersedes(Relation.ONE_INSTRUMENT, Authority("SUA-PROT-2005", "15(1)")),
        ("FIXEDPLATFORMS-PROT-2005", "FIXEDPLATFORMS-1988"): Supersedes(
            Relation.ONE_INSTRUMENT, Authority("FIXEDPLATFORMS-PROT-2005", "6(1)")
        ),
        ("CPPNM-AMD-2005", "CPPNM-1980"): Supersedes(Relation.AMENDS, Authority("CPPNM-1980", "20(2)")),
    }
)
"""By (newer, older). Towards a State bound by the older text only, that text goes on (VCLT arts. 30(4)(b), 40(4))."""

REPLACES: Mapping[tuple[str, str], Authority] = MappingProxyType(
    {
        ("EAW-2002", "ETS-024"): Authority("EAW-2002", "31(1)(a)"),
        ("EAW-2002", "ETS-090"): Authority("EAW-2002", "31(1)(a)"),
    }
)
"""What a system of surrender replaces in extradition between States that it binds both."""

READ_AS_ONE: Mapping[str, Authority] = MappingProxyType(
    {
        "AIRPORTS-1988": Authority("AIRPORTS-1988", "I"),
        "FIXEDPLATFORMS-1988": Authority("FIXEDPLATFORMS-1988", "1(1)"),
        "FIXEDPLATFORMS-PROT-2005": Authority("FIXEDPLATFORMS-1988", "1(1)"),
    }
)
"""Why a protocol's offences fall under the articles of another treaty."""
