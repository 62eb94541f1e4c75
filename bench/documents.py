"""A report of forty pages with thirty tables, in six languages and three formats, beside what it cannot do without.

Beside it: bare Typst, which sets the same words as its own markup, and bare filling of a template by docxtpl with the
same words, in this very process, with nothing checked or tagged by us. Limits: 2 times both together; 400 MB for the
largest process. Run alone: `make bench ARGS=documents`; a number after it says how many sections.
"""

import io
import os
import resource
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
SECTIONS = 30
ROWS = 36
MOST, MOST_MB = 2.0, 400


def main() -> int:
    """Measure, print, and say whether the limits hold."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "accede.site.settings.local")
    sys.path.insert(0, str(ROOT))
    import django  # noqa: PLC0415  (reads the settings)

    django.setup()
    from accede.foundation.documents.html import html_of  # noqa: PLC0415  (needs Django set up)
    from accede.foundation.documents.writing import DocumentFormat, written  # noqa: PLC0415  (as above)
    from tests.support.documents import LANGUAGES  # noqa: PLC0415  (as above)

    sections = int(sys.argv[1]) if len(sys.argv) > 1 else SECTIONS
    trees = {language: report(language, sections) for language in LANGUAGES}
    spent: dict[str, float] = {}
    # All of it once before anything is timed, so that the memory is ours alone.
    made = {language: written(tree, DocumentFormat.PDF) for language, tree in trees.items()}
    pages = pages_of(made["en"])
    for tree in trees.values():
        html_of(tree)
        written(tree, DocumentFormat.DOCX)
    largest = max(resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)) >> 10
    template = bare_template()
    for language, tree in trees.items():
        took(spent, "HTML", partial(html_of, tree))
        took(spent, "DOCX", partial(written, tree, DocumentFormat.DOCX))
        took(spent, "PDF", partial(written, tree, DocumentFormat.PDF))
        took(spent, "bare Typst", partial(bare_typst, language, sections))
        took(spent, "bare filling", partial(bare_filling, template, language, sections))
    ours = sum(spent[name] for name in ("HTML", "DOCX", "PDF"))
    bare = spent["bare Typst"] + spent["bare filling"]
    print(f"{pages} pages, {sections} tables, {len(trees)} languages")
    print("  ".join(f"{name} {seconds:.2f} s" for name, seconds in spent.items()))
    print(f"Accede {ours:.2f} s, bare {bare:.2f} s: {ours / bare:.2f} × (most {MOST}); largest process {largest} MB")
    return 0 if ours <= MOST * bare and largest <= MOST_MB else 1


def took(spent: dict[str, float], name: str, work: Callable[[], object]) -> None:
    """Add how much of the processors' time `work` took, here and in the process apart, which lets others go first."""
    began = sum(os.times()[:4])
    work()
    spent[name] = spent.get(name, 0.0) + sum(os.times()[:4]) - began


def report(language: str, sections: int):  # type: ignore[no-untyped-def]
    """Return the report as a tree."""
    from accede.foundation.documents.tree import Document, Heading, Numbered, Table, said  # noqa: PLC0415  (as above)
    from tests.support.documents import SAMPLE, sample_table  # noqa: PLC0415  (as above)

    words = SAMPLE[language]
    blocks: list[Heading | Numbered | Table] = []
    for _section in range(sections):
        blocks.append(Heading(words.heading, is_numbered=True))
        blocks += [Numbered(said(text), depth) for text, depth in paragraphs(language)]
        blocks.append(sample_table(words, ROWS))
    return Document(words.title, language, tuple(blocks))


def paragraphs(language: str) -> list[tuple[str, int]]:
    """Return the paragraphs of a section, each with its depth."""
    from tests.support.documents import SAMPLE  # noqa: PLC0415  (as above)

    long = f"{SAMPLE[language].text} " * 4
    return [(long.strip(), depth) for depth in (0, 1, 1, 0, 0, 0)]


def bare_typst(language: str, sections: int) -> bytes:
    """Set the same words as markup."""
    import typst  # noqa: PLC0415  (as above)

    from accede.foundation.documents.pdf.typesetting import FONTS, OTHERS, font_folders  # noqa: PLC0415  (as above)
    from tests.support.documents import SAMPLE  # noqa: PLC0415  (as above)

    words, code = SAMPLE[language], language.partition("-")[0]
    fonts = ", ".join(f'"{name}"' for name in FONTS.get(code, OTHERS))
    lines = [f'#set text(lang: "{code}", font: ({fonts}))', "#set document(title: [x])"]
    for _section in range(sections):
        lines.append(f"\n= {words.heading}\n")
        lines += [f"\n{'  ' * depth}+ {text}\n" for text, depth in paragraphs(language)]
        cells = "".join(f"[{words.state} {row}], [{row}], [{row * 12}], " for row in range(ROWS))
        head = f"table.header([{words.state}], [1999], [2007])"
        lines.append(
            f"#figure(table(columns: (3fr, 1fr, 1fr), {head}, {cells}), caption: [{words.caption}])\n{words.note}\n"
        )
    source = "\n".join(lines).encode()
    given: Any = source
    return bytes(typst.compile(given, font_paths=font_folders(), ignore_system_fonts=True, pdf_standards=["ua-1"]))


def bare_template() -> bytes:
    """Return a template with the marks of the same report."""
    from accede.foundation.documents.tree import Block, Column, Document, Paragraph, Table, said  # noqa: PLC0415  (as above)
    from accede.foundation.documents.word import word_of  # noqa: PLC0415  (as above)

    rows = (
        (said("{%tr for row in s.rows %}"), (), ()),
        (said("{{ row.state }}"), said("{{ row.a }}"), said("{{ row.b }}")),
        (said("{%tr endfor %}"), (), ()),
    )
    before = ("{%p for s in sections %}", "{{ s.heading }}", "{%p for p in s.texts %}", "{{ p }}", "{%p endfor %}")
    blocks: tuple[Block, ...] = (
        *(Paragraph(said(text)) for text in before),
        Table("{{ s.caption }}", (Column("State", 3), Column("1999"), Column("2007")), rows),
        Paragraph(said("{%p endfor %}")),
    )
    return word_of(Document("Report", "en", blocks), {})


def bare_filling(template: bytes, language: str, sections: int) -> bytes:
    """Fill the template with the same words."""
    from docxtpl import DocxTemplate  # noqa: PLC0415  (as above)

    from tests.support.documents import SAMPLE  # noqa: PLC0415  (as above)

    words = SAMPLE[language]
    rows = [{"state": f"{words.state} {row}", "a": str(row), "b": str(row * 12)} for row in range(ROWS)]
    texts = [text for text, _depth in paragraphs(language)]
    section = {"heading": words.heading, "texts": texts, "caption": words.caption, "rows": rows}
    document = DocxTemplate(io.BytesIO(template))
    document.render({"sections": [section] * sections}, autoescape=True)
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def pages_of(content: bytes) -> int:
    """Return how many pages a PDF file has."""
    import pikepdf  # noqa: PLC0415  (as above)

    with pikepdf.open(io.BytesIO(content)) as opened:
        return len(opened.pages)


if __name__ == "__main__":
    sys.exit(main())
