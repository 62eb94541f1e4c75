"""Cuts the text of a law into provisions; what is no provision stays as a piece of its own, so that nothing is lost."""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from accede.core.legislation.headers import LONGEST_HEADING, Family, Header, Part, header_of, level_of, part_of
from accede.core.legislation.numbers import sort_key
from accede.core.legislation.provisions import (
    Doubt,
    Piece,
    Place,
    Segmented,
    Unsure,
    check_nothing_lost,
)

_TREATY_WORDS = re.compile(
    r"(?i:convention|treaty|agreement|protocol|convenio|tratado|traité|accord|конвенци|договор)|اتفاقي|معاهدة|公约|公約|条约"
)
_PARTY_WORDS = re.compile(
    r"(?i:contracting (?:part|state|government)|states? part(?:y|ies)|parties to this|[ée]tats? parties?|estados? partes?"
    r"|partes? contratantes?|parties? contractantes?|государств\w*[\s-]участник)|الدول(?:ة)? (?:ال)?(?:طرف|أطراف)|缔约国|締約國"
)
_TREATY_NAMES_ITSELF = 3
_LONG = 60_000
_MANY_DOUBTS = 200
_CONTENTS_RUN = 4
_WORDS = re.compile(r"\w", re.UNICODE)
_GONE = re.compile(
    r"(?i:\W*(?:\[?repealed\b.{0,60}|abrog\w+.{0,60}|\[?derogad\w+.{0,60}|утратил\w* силу.{0,120}|\(?删除\)?|（刪除）|ملغا\w*.{0,40})\W*)",
    re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class _Mark:
    start: int
    header: Header | None = None
    part: Part | None = None
    is_quoted: bool = False


def segment(text: str) -> Segmented:
    """Return `text` cut into pieces that joined give it back, with the places where the reader is unsure."""
    headers, parts = _lines(text)
    own, quoted = _families(_before_schedules(headers, parts))
    marks = _marks(headers, parts, own, quoted)
    pieces = _named(_placed(text, _tiled(text, marks)))
    found = Segmented(text, pieces, _doubts(text, pieces))
    check_nothing_lost(found)
    return found


def is_empty(text: str, piece: Piece) -> bool:
    """Whether a provision says nothing: repealed, reserved, or a number alone."""
    body = text[piece.body_from : piece.end]
    return len(_WORDS.findall(body[:400])) <= 2 or bool(_GONE.fullmatch(body.strip()[:200]))


def _lines(text: str) -> tuple[list[Header], list[Part]]:
    headers: list[Header] = []
    parts: list[Part] = []
    at = 0
    for line in text.splitlines(keepends=True):
        if line.strip():
            header = header_of(line.rstrip("\r\n"), at)
            if header is not None:
                headers.append(header)
            if header is None or header.family is Family.BARE:
                part = part_of(line.rstrip("\r\n"), at)
                if part is not None:
                    parts.append(part)
        at += len(line)
    return headers, parts


def _before_schedules(headers: Sequence[Header], parts: Sequence[Part]) -> Sequence[Header]:
    """Return the headers before the first schedule that follows provisions: a treaty there counts in its own way."""
    for part in parts:
        if part.kind == "schedule":
            before = [one for one in headers if one.start < part.start]
            if sum(one.family is not Family.BARE for one in before) >= _CONTENTS_RUN:
                return before
    return headers


def _families(headers: Sequence[Header]) -> tuple[Family | None, frozenset[Family]]:
    counts = Counter(one.family for one in headers)
    distinct = {
        family: len({one.number for one in headers if one.family is family})
        for family in counts
        if family is not Family.BARE
    }
    bare = _running(headers)
    best = max(distinct, key=lambda family: distinct[family], default=None)
    if best is None or (bare > 4 * distinct[best] and bare > 2):
        return (Family.BARE if bare else None), frozenset()
    if best is Family.FASL and distinct.get(Family.MADDA):
        best = Family.MADDA
    quoted = frozenset({Family.FASL} & set(distinct)) if best is Family.MADDA else frozenset()
    return best, quoted


def _running(headers: Sequence[Header]) -> int:
    return len(_chain([one for one in headers if one.family is Family.BARE]))


def _chain(headers: Sequence[Header]) -> list[Header]:
    """Return the longest run of bare numbers that rises: sections rise through a law, items of lists begin anew."""
    keys = [sort_key(one.number) for one in headers]
    tails: list[tuple[tuple[int, str], ...]] = []
    ends: list[int] = []
    before: list[int] = []
    for place, key in enumerate(keys):
        at = bisect_left(tails, key)
        before.append(ends[at - 1] if at else -1)
        if at == len(tails):
            tails.append(key)
            ends.append(place)
        else:
            tails[at], ends[at] = key, place
    chain: list[Header] = []
    place = ends[-1] if ends else -1
    while place >= 0:
        chain.append(headers[place])
        place = before[place]
    return chain[::-1]


def _marks(
    headers: Sequence[Header], parts: Sequence[Part], own: Family | None, quoted: frozenset[Family]
) -> list[_Mark]:
    chosen = (
        _chain([one for one in headers if one.family is Family.BARE])
        if own is Family.BARE
        else [one for one in headers if one.family is own or one.family in quoted]
    )
    taken = {one.start for one in chosen}
    marks = [_Mark(one.start, header=one, is_quoted=one.family in quoted) for one in chosen]
    marks += [_Mark(one.start, part=one) for one in parts if one.start not in taken]
    return sorted(marks, key=lambda mark: mark.start)


def _tiled(text: str, marks: Sequence[_Mark]) -> list[tuple[_Mark | None, int, int]]:
    tiles: list[tuple[_Mark | None, int, int]] = []
    first = marks[0].start if marks else len(text)
    if first:
        tiles.append((None, 0, first))
    for place, mark in enumerate(marks):
        end = marks[place + 1].start if place + 1 < len(marks) else len(text)
        tiles.append((mark, mark.start, end))
    return tiles


def _placed(text: str, tiles: Sequence[tuple[_Mark | None, int, int]]) -> list[Piece]:
    pieces: list[Piece] = []
    stack: list[tuple[int, str]] = []
    place = Place.BODY
    has_provision = False
    contents = _contents(text, tiles)
    for at, (mark, start, end) in enumerate(tiles):
        if mark is None or at in contents:
            pieces.append(Piece(Place.FRONT if mark is None else Place.CONTENTS, start, end))
        elif mark.header is not None:
            has_provision = True
            within = tuple(words for _rank, words in stack)
            pieces.append(_provision(text, mark, end, place, within))
        elif mark.part is not None:
            part = mark.part
            if part.kind == "notes" and has_provision:
                place, stack = Place.NOTES, [(0, part.words)]
            elif part.kind == "schedule" and has_provision and place is not Place.NOTES:
                place, stack = _schedule(text, tiles, at), [(0, part.words)]
            else:
                stack = [one for one in stack if one[0] < part.rank] + [(part.rank, part.words)]
            pieces.append(Piece(Place.HEADING if place is Place.BODY else place, start, end, heading=part.words))
    return pieces


def _contents(text: str, tiles: Sequence[tuple[_Mark | None, int, int]]) -> frozenset[int]:
    """Return the tiles of a table of contents: headers one after the other with no body, whose numbers come again."""
    numbered = [(at, tile) for at, tile in enumerate(tiles) if tile[0] is not None and tile[0].header is not None]
    run: list[int] = []
    for place, (at, (mark, _start, end)) in enumerate(numbered):
        header = mark.header if mark else None
        if header is None or _WORDS.search(text[header.end : end]):
            break
        later = {other[0].header.number for _at, other in numbered[place + 1 :] if other[0] and other[0].header}
        if header.number not in later:
            break
        run.append(at)
    if len(run) < _CONTENTS_RUN:
        return frozenset()
    return frozenset(range(run[0], run[-1] + 1))


def _schedule(text: str, tiles: Sequence[tuple[_Mark | None, int, int]], at: int) -> Place:
    """Return whether a schedule holds a treaty: it speaks as the parties of one, from its beginning."""
    end = len(text)
    for mark, start, _end in tiles[at + 1 :]:
        if mark is not None and mark.part is not None and mark.part.kind in ("schedule", "notes"):
            end = start
            break
    words = text[tiles[at][1] : end]
    is_treaty = _TREATY_WORDS.search(words[:800]) and len(_PARTY_WORDS.findall(words)) >= _TREATY_NAMES_ITSELF
    per_party = len(words) / max(1, len(_PARTY_WORDS.findall(words)))
    return Place.TREATY if is_treaty and per_party < 4_000 else Place.SCHEDULE


def _provision(text: str, mark: _Mark, end: int, place: Place, within: tuple[str, ...]) -> Piece:
    header = mark.header
    assert header is not None  # noqa: S101  (the caller asked for it)
    follows = bool(_WORDS.search(text[header.end : end]))
    is_heading = bool(header.rest) and len(header.rest) <= LONGEST_HEADING and follows and header.rest[-1] not in ",;،؛"
    is_heading = is_heading or (bool(header.rest) and bool(level_of(text[header.start : header.end])))
    return Piece(
        place=Place.QUOTED if mark.is_quoted and place is Place.BODY else place,
        start=header.start,
        end=end,
        number=header.number,
        label=header.label,
        heading=header.rest if is_heading else "",
        within=within,
        body_from=header.end if is_heading else header.rest_from,
    )


def _named(pieces: Sequence[Piece]) -> tuple[Piece, ...]:
    """Return the pieces with keys that are unique in the law, and headings that stand above their number put to it."""
    seen: Counter[str] = Counter()
    named: list[Piece] = []
    for place, piece in enumerate(pieces):
        if not piece.is_provision:
            named.append(piece)
            continue
        heading = piece.heading
        above = pieces[place - 1] if place else None
        if not heading and above is not None and above.heading and not above.is_provision:
            heading = above.heading
        base = piece.number if piece.place in (Place.BODY, Place.QUOTED) else f"{piece.place}/{piece.number}"
        seen[base] += 1
        key = base if seen[base] == 1 else f"{base}~{seen[base]}"
        named.append(replace(piece, key=key, heading=heading))
    return tuple(named)


def _doubts(text: str, pieces: Sequence[Piece]) -> tuple[Unsure, ...]:
    provisions = [one for one in pieces if one.is_provision and one.place in (Place.BODY, Place.SCHEDULE)]
    if not provisions:
        return (Unsure(Doubt.NO_PROVISIONS, 0),)
    found: list[Unsure] = []
    for place, piece in enumerate(provisions):
        if "~" in piece.key:
            found.append(Unsure(Doubt.REPEATED, piece.start, piece.number))
        if is_empty(text, piece):
            found.append(Unsure(Doubt.EMPTY, piece.start, piece.number))
        if piece.end - piece.start > _LONG:
            found.append(Unsure(Doubt.LONG, piece.start, piece.number))
        if place and _jumps(provisions[place - 1].number, piece.number):
            found.append(Unsure(Doubt.GAP, piece.start, piece.number, provisions[place - 1].number))
    return tuple(found[:_MANY_DOUBTS])


def _jumps(before: str, after: str) -> bool:
    """Whether a whole number is passed over: after 7 and 7bis comes 8, not 9."""
    one, two = re.match(r"[0-9]+", before), after
    if one is None or not two.isdigit() or not re.fullmatch(r"[0-9]+[A-Za-z]*", before):
        return False
    return int(two) > int(one.group()) + 1
