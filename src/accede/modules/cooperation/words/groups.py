"""Offences with the same texts, as columns and curves of pages: one basis holds for all of a group."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from accede.core.cooperation.effects import Purpose
from accede.core.cooperation.world import TERRORISM_ETS
from accede.foundation.texts import listed
from accede.modules.cooperation.fields.offences import offence_title
from accede.modules.cooperation.queries.snapshot import Cooperation
from accede.modules.cooperation.words.speaker import CooperationSpeaker


@dataclass(frozen=True, slots=True)
class OffenceGroup:
    """Offences that the same texts define.

    Attributes:
        number: its place in the grouping of the network.
        places: the places of its offences in the catalogue.
        instruments: the texts that count, the newest first.
    """

    number: int
    places: tuple[int, ...]
    codes: tuple[str, ...]
    label: str
    texts: str
    instruments: tuple[str, ...]

    @property
    def code(self) -> str:
        """Its first offence, which stands for all."""
        return self.codes[0]

    @property
    def size(self) -> int:
        """How many offences it has."""
        return len(self.codes)


def offence_groups(snapshot: Cooperation, purpose: Purpose, language: str) -> tuple[OffenceGroup, ...]:
    """Return the groups in the order of the catalogue, named by their offence, or by the first of several."""
    speaker = CooperationSpeaker(snapshot, language)
    offences = snapshot.catalogue.offences
    found = []
    for number, group in enumerate(snapshot.tables(purpose).grouping.groups):
        codes = tuple(offences[place].code for place in group.offences)
        instruments = tuple(dict.fromkeys(text.instrument for text in group.texts if text.instrument != TERRORISM_ETS))
        found.append(
            OffenceGroup(
                number=number,
                places=group.offences,
                codes=codes,
                label=_label(codes),
                texts=listed(speaker.treaty(key) for key in instruments),
                instruments=instruments,
            )
        )
    return tuple(found)


def one_by_one(snapshot: Cooperation, instrument: str, purpose: Purpose, language: str) -> tuple[OffenceGroup, ...]:
    """Return the offences that an instrument defines, each as a group of its own."""
    of_offence = snapshot.tables(purpose).grouping.of_offence
    whole = offence_groups(snapshot, purpose, language)
    return tuple(
        OffenceGroup(
            number=of_offence[place],
            places=(place,),
            codes=(offence.code,),
            label=offence_title(offence.code),
            texts=whole[of_offence[place]].texts,
            instruments=whole[of_offence[place]].instruments,
        )
        for place, offence in enumerate(snapshot.catalogue.offences)
        if instrument in offence.instruments
    )


def _label(codes: tuple[str, ...]) -> str:
    title = offence_title(codes[0])
    if len(codes) == 1:
        return title
    return _("%(title)s; further offences: %(count)s") % {"title": title, "count": len(codes) - 1}
