"""Read lists of parties in every form in which they come: rows a second, beside `csv.reader` over the same rows.

``python bench/import_forms.py [ROWS]`` (20,000). The forms are those of `docs/guides/import-acts.md`; States and days
are combined at will. A row is read as acts with its days, as an import reads it before it asks the database. A web
page, XML and a PDF file hold as many rows as there are States, and are read whole.
"""

import argparse
import csv
import html
import os
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from functools import cache, partial
from pathlib import Path

Form = Callable[[str, date, date], list[str]]
TREATY_COLLECTION = ("Participant", "Signature", "Ratification, Acceptance(A), Approval(AA), Accession(a)")
MONTHS = (
    *("января", "февраля", "марта", "апреля", "мая", "июня"),
    *("июля", "августа", "сентября", "октября", "ноября", "декабря"),
)
FORMS: dict[str, tuple[tuple[str, ...], str, Form]] = {
    "Treaty Collection": (TREATY_COLLECTION, ",", lambda s, a, b: [f"{s} 2", f"{a:%d %b %Y}", f"{b:%d %b %Y} a"]),
    "ICAO": (
        (
            "States",
            "Date of signature",
            "Date of deposit of ratification or accession (a)",
            "Effective date",
        ),
        ",",
        lambda s, a, b: [f"{s} (3)(6)", "-", f"{a:%d %B %Y} (a)", f"{b:%d %B %Y}"],
    ),
    "Treaty Series": (
        ("Participant", "Action", "Date of Notification/Deposit", "Date of Effect"),
        ",",
        lambda s, a, b: [s, "Accession", f"{a:%d %b %Y}", f"{b:%d %b %Y}"],
    ),
    "Netherlands": (
        (
            "Party",
            "Signature",
            "Ratification",
            "Entry into force",
            "Renunciation",
            "Termination",
        ),
        ";",
        lambda s, a, b: [s, "", f"{a:%d-%m-%Y} (A)", f"{b:%d-%m-%Y}", "", ""],
    ),
    "IMO": (
        ("", "Date of signature or deposit of instrument", "Date of entry into force or succession"),
        ",",
        lambda s, a, b: [f"{s} (accession)", f"{a:%d %B %Y}", f"{b:%d %B %Y}"],
    ),
    "IAEA": (
        ("Country/Organization", "Signature", "Instrument", "Date of deposit", "Entry into force"),
        ",",
        lambda s, a, b: [f"{s}*", "", "accession*", f"{a:%d %b %Y}", f"{b:%d %b %Y}"],
    ),
    "effect alone": (("State", "Date of entry into force of Convention"), ",", lambda s, a, _b: [s, f"{a:%d %B %Y}"]),
    "Russian words": (
        ("Участник", "Присоединение"),
        ",",
        lambda s, a, _b: [s, f"{a.day} {MONTHS[a.month - 1]} {a.year} г."],  # noqa: RUF001  (the Russian sign for the year)
    ),
}


def main() -> None:
    """Write each form, read it, print."""
    asked = argparse.ArgumentParser()
    asked.add_argument("rows", nargs="?", type=int, default=20_000)
    rows: int = asked.parse_args().rows
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "accede.site.settings.local")
    import django  # noqa: PLC0415  (reads what was set)

    django.setup()
    with tempfile.TemporaryDirectory() as folder:
        for name, (header, separator, form) in FORMS.items():
            path = Path(folder) / "list.csv"
            write(path, header, separator, form, rows)
            taken, bare = time_of(partial(read, path)), time_of(partial(read_bare, path, separator))
            speed = f"{rows / taken:>9,.0f} rows/s   csv.reader alone {rows / bare:>10,.0f}"
            print(f"{name:18} {speed}   {taken / bare:.1f} times that")
        for name, path in printed(Path(folder)):
            # Read again, it would be at hand.
            taken = time_of(partial(read, path), turns=1)
            print(f"{name:18} {taken * 1000:>9,.0f} ms for {len(states())} rows, in a process of its own")


@cache
def states() -> tuple[str, ...]:
    """Return the names of States."""
    from accede import data  # noqa: PLC0415  (needs the path of the program)

    return tuple(row["short"] for row in data.rows("state_names.csv") if row["language"] == "en")


def acts(rows: int) -> Iterator[tuple[str, date, date]]:
    """Yield a State and two days for each row."""
    names = states()
    for number in range(rows):
        day = date(1970, 1, 1) + timedelta(days=number % 9000)
        yield names[number % len(names)], day, day + timedelta(days=30)


def write(path: Path, header: tuple[str, ...], separator: str, form: Form, rows: int) -> None:
    """Write a list."""
    with path.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream, delimiter=separator)
        writer.writerow(header)
        writer.writerows(form(*act) for act in acts(rows))


def printed(folder: Path) -> Iterator[tuple[str, Path]]:
    """Yield a web page, XML and a PDF file that hold the list of the Treaty Collection."""
    import typst  # noqa: PLC0415  (as the product makes its own)

    header, _separator, form = FORMS["Treaty Collection"]
    lines = [list(header), *(form(*act) for act in acts(len(states())))]
    cells = [[html.escape(cell) for cell in line] for line in lines]
    page, xml, pdf = folder / "list.html", folder / "list.xml", folder / "list.pdf"
    rows = "".join(f"<tr><td>{'</td><td>'.join(line)}</td></tr>" for line in cells)
    page.write_text(f"<html><body><table>{rows}</table></body></html>", encoding="utf-8")
    entries = "".join(f"<Row><Entry>{'</Entry><Entry>'.join(line)}</Entry></Row>" for line in cells)
    xml.write_text(f"<?xml version='1.0'?><List><Table>{entries}</Table></List>", encoding="utf-8")
    source = folder / "list.typ"
    texts = ", ".join('"' + cell.replace('"', "") + '"' for line in lines for cell in line)
    source.write_text(f"#table(columns: (1fr, 1fr, 1fr), {texts})", encoding="utf-8")
    pdf.write_bytes(typst.compile(source))
    yield from {"web page": page, "XML": xml, "PDF": pdf}.items()


def read(path: Path) -> None:
    """Read a list as acts, each different text of a day once."""
    from accede.foundation.imports import day_reader, open_table  # noqa: PLC0415  (needs Django set up)
    from accede.modules.treaties.services.import_participants import as_acts  # noqa: PLC0415  (as above)

    day = cache(day_reader(latest=None))
    table = as_acts(open_table(path))
    refused: list[object] = []
    for _number, cells in table.rows(refused.append):
        for text in cells[2:]:
            if text:
                day(text)
    table.close()
    assert not refused, refused[:3]


def read_bare(path: Path, separator: str) -> None:
    """Read the rows and nothing else."""
    with path.open(encoding="utf-8", newline="") as stream:
        for _cells in csv.reader(stream, delimiter=separator):
            pass


def time_of(work: Callable[[], None], *, turns: int = 2) -> float:
    """Return the shortest of some runs, in seconds."""
    taken = []
    for _turn in range(turns):
        begun = time.perf_counter()
        work()
        taken.append(time.perf_counter() - begun)
    return min(taken)


if __name__ == "__main__":
    main()
