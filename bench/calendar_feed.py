"""A feed of five thousand entries beside `icalendar` alone: the library writes the same bytes of the same events.

``python bench/calendar_feed.py [ENTRIES]`` (5,000). The limit is 200 ms; times are of the processor, so that other
work on the machine does not count.
"""

import argparse
import os
import sys
import time
from datetime import UTC, date, datetime, timedelta
from typing import Any

LIMIT_MS, OF_LIBRARY = 200.0, 500
TITLE = "Atelier sur l’extradition et l’entraide judiciaire, {number}; pour les magistrats du Sahel"


def main() -> int:
    """Write the feed both ways, print; 1 if the limit is passed or the bytes differ."""
    asked = argparse.ArgumentParser()
    asked.add_argument("entries", nargs="?", type=int, default=5_000)
    count: int = asked.parse_args().entries
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "accede.site.settings.local")
    import django  # noqa: PLC0415  (reads the settings)

    django.setup()
    from accede.foundation.calendar.icalendar import Event, icalendar  # noqa: PLC0415  (needs Django)

    events = [
        Event(
            uid=f"{number:036}",
            first=date(2026, 1, 1) + timedelta(days=number % 900),
            last=date(2026, 1, 3) + timedelta(days=number % 900),
            title=TITLE.format(number=number),
            changed_at=datetime(2026, 1, 1, tzinfo=UTC),
            words="Mali, Niger",
            address=f"https://example.org/fr/coordination/plans/{number}/",
            category="Plans of bodies",
            language="fr",
            is_public=False,
        )
        for number in range(count)
    ]
    icalendar(events[:50], name="Accede", language="fr")
    ours = min(_taken(lambda: icalendar(events, name="Accede", language="fr")) for _turn in range(3))
    few = events[: min(OF_LIBRARY, count)]
    library = _taken(lambda: by_library(few)) * count / len(few)
    is_same = by_library(few) == icalendar(few, name="Accede", language="fr")
    print(f"{count:,} entries: {ours:.0f} ms; icalendar alone {library:,.0f} ms; ratio {ours / library:.3f}")
    print(f"the same bytes: {is_same}; limit {LIMIT_MS:.0f} ms")
    return int(ours > LIMIT_MS or not is_same)


def by_library(events: list[Any]) -> bytes:
    """Return a feed as the library writes it."""
    from icalendar import Calendar  # noqa: PLC0415  (slow to load)
    from icalendar import Event as Made  # noqa: PLC0415  (as above)

    calendar = Calendar()
    calendar.add("prodid", "-//Accede//Calendar//EN")
    calendar.add("version", "2.0")
    calendar.add("name", "Accede", parameters={"language": "fr"})
    calendar.add("x-wr-calname", "Accede")
    calendar.add("refresh-interval", timedelta(hours=12), parameters={"value": "DURATION"})
    for event in events:
        made, language = Made(), {"language": event.language}
        made.add("uid", event.uid)
        made.add("dtstamp", event.changed_at)
        made.add("dtstart", event.first)
        made.add("dtend", event.last + timedelta(days=1))
        made.add("summary", event.title, parameters=language)
        made.add("description", event.words, parameters=language)
        made.add("categories", [event.category])
        made.add("url", event.address)
        made.add("status", "CONFIRMED")
        made.add("class", "PRIVATE")
        made.add("transp", "TRANSPARENT")
        calendar.add_component(made)
    return bytes(calendar.to_ical())


def _taken(work: Any) -> float:
    begun = time.process_time()
    work()
    return (time.process_time() - begun) * 1000


if __name__ == "__main__":
    sys.exit(main())
