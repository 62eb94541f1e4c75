"""The markup of Word: runs and paragraphs, with language and direction said on each."""

from dataclasses import dataclass, field
from html import escape

from accede.foundation.documents.tree import RIGHT_TO_LEFT, Note, Run, Words

LOCALES = {"ar": "ar-SA", "en": "en-GB", "es": "es-ES", "fr": "fr-FR", "ru": "ru-RU", "zh-hans": "zh-CN"}
_EAST_ASIAN = frozenset({"zh", "ja", "ko"})


@dataclass(slots=True)
class Links:
    """Where links of one part lead, each once."""

    addresses: dict[str, str] = field(default_factory=dict)

    def key(self, address: str) -> str:
        """Return the key of an address in the part's list of relations."""
        return self.addresses.setdefault(address, f"link{len(self.addresses) + 1}")


@dataclass(frozen=True, slots=True)
class Speech:
    """The language of a document, as each run says it; `site`: where addresses that begin with "/" lead."""

    language: str
    is_right_to_left: bool
    site: str = ""

    def locale(self, language: str = "") -> str:
        """Return a language as Word names it."""
        wanted = language or self.language
        return LOCALES.get(wanted, wanted)

    def run(self, run: Run, *, links: Links, look: str = "") -> str:
        """Return a run, as a link where it is one; `look` is markup of properties that come before its own."""
        is_right_to_left = self.is_right_to_left
        if run.language:
            is_right_to_left = run.language.partition("-")[0] in RIGHT_TO_LEFT
        address = self._whole(run.address)
        properties = "".join(
            (
                '<w:rStyle w:val="Hyperlink"/>' if address else '<w:rStyle w:val="Code"/>' if run.code else "",
                "<w:b/><w:bCs/>" if run.bold else "",
                "<w:i/><w:iCs/>" if run.italic else "",
                look,
                "<w:rtl/>" if is_right_to_left else "",
                self._lang(run.language, is_right_to_left=is_right_to_left),
            )
        )
        lines = "<w:br/>".join(f'<w:t xml:space="preserve">{escape(line)}</w:t>' for line in run.words.split("\n"))
        written = f"<w:r><w:rPr>{properties}</w:rPr>{lines}</w:r>"
        return f'<w:hyperlink r:id="{links.key(address)}">{written}</w:hyperlink>' if address else written

    def text(self, words: str, *, look: str = "") -> str:
        """Return words in the document's language."""
        return self.run(Run(words), links=Links(), look=look)

    def properties(self, style: str = "", *, before: str = "", after: str = "") -> str:
        """Return the properties of a paragraph, with markup before and after its direction."""
        named = f'<w:pStyle w:val="{style}"/>' if style else ""
        return f"<w:pPr>{named}{before}{'<w:bidi/>' if self.is_right_to_left else ''}{after}</w:pPr>"

    def _whole(self, address: str) -> str:
        """Return an address that leads somewhere from a file; without a site, one within it leads nowhere."""
        if address.startswith("#"):
            return ""
        return (f"{self.site.rstrip('/')}{address}" if self.site else "") if address.startswith("/") else address

    def _lang(self, language: str, *, is_right_to_left: bool) -> str:
        locale = escape(self.locale(language))
        if is_right_to_left:
            return f'<w:lang w:bidi="{locale}"/>'
        attribute = "w:eastAsia" if locale.partition("-")[0] in _EAST_ASIAN else "w:val"
        return f'<w:lang {attribute}="{locale}"/>'


@dataclass(slots=True)
class Notes:
    """The footnotes of a document, which have a part of their own."""

    speech: Speech
    links: Links = field(default_factory=Links)
    written: list[str] = field(default_factory=list)

    def add(self, note: Note) -> str:
        """Keep a footnote and return the reference to it."""
        number = len(self.written) + 1
        runs = "".join(self.speech.run(run, links=self.links) for run in note.words)
        mark = '<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr><w:footnoteRef/></w:r>'
        paragraph = f"<w:p>{self.speech.properties('FootnoteText')}{mark}{self.speech.text(' ')}{runs}</w:p>"
        self.written.append(f'<w:footnote w:id="{number}">{paragraph}</w:footnote>')
        return f'<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr><w:footnoteReference w:id="{number}"/></w:r>'


@dataclass(frozen=True, slots=True)
class Inlines:
    """Writes words of a paragraph: runs, links, footnotes."""

    speech: Speech
    links: Links
    notes: Notes

    def of(self, words: Words) -> str:
        """Return words as markup."""
        return "".join(
            self.notes.add(part) if isinstance(part, Note) else self.speech.run(part, links=self.links)
            for part in words
        )
