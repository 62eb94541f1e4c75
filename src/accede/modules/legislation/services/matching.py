"""Ask laws that were read what the obligations ask."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from accede.core.legislation.catalogue import Obligation
from accede.core.legislation.matching import Candidate, LawIndex, Matcher, Provision
from accede.core.legislation.provisions import CANDIDATES
from accede.core.legislation.segmenting import is_empty
from accede.modules.legislation.queries.catalogue import catalogue
from accede.modules.legislation.services.reading import ReadLaw


def candidates_in(
    laws: Iterable[tuple[str, ReadLaw]], obligations: Sequence[Obligation], *, most: int
) -> list[tuple[Obligation, list[Candidate]]]:
    """Return for each obligation the provisions that may answer it, best first; a law comes with its name."""
    by_language: dict[str, list[Provision]] = defaultdict(list)
    for name, read in laws:
        by_language[read.law.language] += provisions_of(name, read)
    matcher = Matcher(catalogue(), [LawIndex(found, language) for language, found in by_language.items()])
    return [(one, matcher.candidates(one, most=most)) for one in obligations]


def provisions_of(name: str, read: ReadLaw) -> list[Provision]:
    """Return the provisions of a law that can answer something: no treaty of a schedule, none that says nothing."""
    text = read.law.text
    return [
        Provision(
            law=name,
            key=one.key,
            number=one.number,
            heading=one.heading,
            within=one.within,
            text=text[one.body_from : one.end],
            title=name,
        )
        for one in read.segmented.provisions
        if one.place in CANDIDATES and not is_empty(text, one)
    ]
