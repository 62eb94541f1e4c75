"""Offences that the same texts define share one plane of the network; here they are brought together."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from accede.core.cooperation.clauses import Clauses
from accede.core.cooperation.effects import Purpose
from accede.core.cooperation.offences import FINANCING, Catalogue, Offence, annex_provision
from accede.core.cooperation.opinions import SLOT_OF_ETS_90
from accede.core.cooperation.topics import Topic
from accede.core.cooperation.world import LISTED_IN_ETS_90, TERRORISM_ETS


@dataclass(frozen=True, slots=True)
class Text:
    """One text that gives something to a group: what a State must hold, the instrument, its place among the texts."""

    provision: str
    instrument: str
    slot: int


@dataclass(frozen=True, slots=True)
class Group:
    """Offences with the same texts: their places in the catalogue."""

    texts: tuple[Text, ...]
    offences: tuple[int, ...]


@dataclass(frozen=True)
class Grouping:
    """The groups of a catalogue for one purpose."""

    purpose: Purpose
    groups: tuple[Group, ...]
    number_of_offences: int

    @cached_property
    def of_offence(self) -> tuple[int, ...]:
        """The group of each offence."""
        places = [0] * self.number_of_offences
        for number, group in enumerate(self.groups):
            for offence in group.offences:
                places[offence] = number
        return tuple(places)

    @cached_property
    def with_provision(self) -> Mapping[str, tuple[int, ...]]:
        """The groups in which a provision counts."""
        found: dict[str, list[int]] = {}
        for number, group in enumerate(self.groups):
            for text in group.texts:
                found.setdefault(text.provision, []).append(number)
        return {provision: tuple(numbers) for provision, numbers in found.items()}


_NEEDED = {
    Purpose.EXTRADITION: (Topic.OPTION, Topic.NO_DUTY, Topic.INCLUDED),
    Purpose.MLA: (Topic.ASSISTANCE,),
    Purpose.PROSECUTION: (Topic.PROSECUTION,),
}


def group(catalogue: Catalogue, purpose: Purpose) -> Grouping:
    """Return the groups of a catalogue: texts without a rule on the purpose give nothing and are left out."""
    found: dict[tuple[Text, ...], list[int]] = {}
    for number, offence in enumerate(catalogue.offences):
        found.setdefault(_texts(catalogue, offence, purpose), []).append(number)
    groups = tuple(Group(texts, tuple(offences)) for texts, offences in found.items())
    return Grouping(purpose, groups, len(catalogue.offences))


def _texts(catalogue: Catalogue, offence: Offence, purpose: Purpose) -> tuple[Text, ...]:
    texts = [
        Text(d.provision, d.instrument, slot)
        for slot, d in enumerate(offence.definitions)
        if any(catalogue.clauses[d.instrument].on(topic) is not None for topic in _NEEDED[purpose])
    ]
    if offence.code in LISTED_IN_ETS_90:
        texts.append(Text(TERRORISM_ETS, TERRORISM_ETS, SLOT_OF_ETS_90))
    return tuple(texts)


_WITH_PARENT = {"BEIJING-PROT-2010": "HAGUE-1970", "MONTREAL-PROT-2014": "TOKYO-1963"}


def provisions_gained(catalogue: Catalogue, instrument: str) -> tuple[str, ...]:
    """Return what a State holds when it joins an instrument without any declaration.

    Two protocols bind to their parent as amended (Beijing Protocol art. XXI(2); Protocol of 2014 to Tokyo, art.
    XVII(3)); the Financing Convention comes with its whole annex (art. 2(2)(a)).
    """
    if instrument in _WITH_PARENT:
        return (instrument, _WITH_PARENT[instrument])
    if instrument == FINANCING:
        return (instrument, *(annex_provision(key) for key in catalogue.annex))
    return (instrument,)


def gives_without_treaty(clauses: Clauses, purpose: Purpose) -> bool:
    """Whether a text gives a sure basis by itself: not Tokyo (art. 16(2)), nor ETS 90, which only fills treaties."""
    if purpose is not Purpose.EXTRADITION:
        return True
    return clauses.on(Topic.NO_DUTY) is None and clauses.on(Topic.OPTION) is not None
