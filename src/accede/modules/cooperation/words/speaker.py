"""Turns reasons, treaties and authorities of cooperation into words of the reader's language."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from django.utils.translation import gettext as _

from accede.core.cooperation.agreements import Status
from accede.core.cooperation.reasons import Code
from accede.core.explain import Authority, Reason
from accede.foundation.texts import begun, cite_articles, format_day, in_sentence, listed
from accede.modules.cooperation.fields.codes import ground_words, serves_words, status_words
from accede.modules.cooperation.fields.offences import offence_title
from accede.modules.cooperation.queries.snapshot import Cooperation
from accede.modules.cooperation.words.sentences import AT_THE_LATEST, SENTENCES
from accede.modules.cooperation.words.sentences_below import BELOW_ITS_NAME, BELOW_ITS_NAME_AT_THE_LATEST
from accede.modules.treaties.fields.codes import standing_words, subject_words
from accede.modules.treaties.words.reasons import LAWS


@dataclass(frozen=True, slots=True)
class Line:
    """A reason as a reader sees it: code, sentence, authority, and the reports that it rests on."""

    code: str
    words: str
    authority: str
    reports: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CooperationSpeaker:
    """Speaks of one snapshot in one language; below the name of a treaty, `own`, without naming it again."""

    snapshot: Cooperation
    language: str
    own: str = ""

    def of(self, treaty: str) -> "CooperationSpeaker":
        """Return who speaks below the name of a treaty."""
        return replace(self, own=treaty)

    def line(self, reason: Reason) -> Line:
        """Return a reason as a line to read."""
        facts = {name: self._fact(name, value) for name, value in reason.facts.items()}
        return Line(
            code=str(reason.code),
            words=begun(self._sentence(reason) % facts),
            authority=self.authority(reason.authority) if reason.authority else "",
            reports=reason.acts,
        )

    def lines(self, reasons: tuple[Reason, ...]) -> tuple[Line, ...]:
        """Return reasons as lines to read."""
        return tuple(self.line(reason) for reason in reasons)

    def _sentence(self, reason: Reason) -> str:
        code = Code(reason.code)
        sentences = SENTENCES
        if code is Code.TREATY_IN_FORCE and not reason.facts["since_is_known"]:
            sentences = AT_THE_LATEST
        if not self.own or self.own not in {reason.facts.get("instrument"), reason.facts.get("treaty")}:
            return str(sentences[code])
        below = BELOW_ITS_NAME_AT_THE_LATEST if sentences is AT_THE_LATEST else BELOW_ITS_NAME
        # Of a sentence that has no form of its own, the name goes where it stands in brackets.
        return str(below[code]) if code in below else _IN_BRACKETS.sub("", str(sentences[code]))

    def authority(self, authority: Authority) -> str:
        """Return an article with the name of its treaty, which is not named below its own."""
        if authority.text == self.own and authority.article:
            return self.articles(authority.article)
        name = self.treaty_or_law(authority.text)
        if not authority.article:
            return name
        return _("%(text)s, %(article)s") % {"text": name, "article": self.articles(authority.article)}

    def articles(self, article: str) -> str:
        """Return articles as readers of the language cite them."""
        return cite_articles(article, self.language)

    def articles_by_text(self, authorities: Iterable[Authority]) -> dict[str, str]:
        """Return articles by the name of their treaty, each treaty named once, in the order of the articles."""
        by_text: dict[str, dict[str, None]] = {}
        for authority in authorities:
            by_text.setdefault(authority.text, {}).update(dict.fromkeys(filter(None, authority.article.split(", "))))
        return {self.treaty_or_law(text): self.articles(", ".join(articles)) for text, articles in by_text.items()}

    def treaty_or_law(self, text: str) -> str:
        """Return the name of what articles stand in."""
        law = LAWS.get(text)
        return str(law) if law else self.treaty(text)

    def cited(self, authorities: Iterable[Authority]) -> str:
        """Return articles in one line, each treaty named once."""
        by_text = self.articles_by_text(authorities)
        both = (_("%(text)s, %(article)s") % {"text": text, "article": cited} for text, cited in by_text.items())
        return listed(both, self.language, apart=True)

    def state(self, code: str) -> str:
        """Return the name of a State."""
        known = self.snapshot.register.states.get(code)
        return known.name(self.language) if known else code

    def treaty(self, key: str) -> str:
        """Return the name of an instrument, a regional treaty or a bilateral treaty."""
        instrument = self.snapshot.register.instruments.get(key)
        if instrument is not None:
            return instrument.title(self.language).short
        regional = self.snapshot.facts.regionals.get(key)
        if regional is not None and regional.title_is_verified:
            return regional.title_in(self.language)
        if regional is not None:
            return _("%(name)s (named so by this project)") % {"name": regional.title_in(self.language)}
        agreement = self.snapshot.facts.agreements.get(key)
        if agreement is None:
            return key
        named = agreement.title or self._name_of(agreement.key)
        if agreement.signed_on is None:
            return named
        return _("%(name)s (signed %(day)s)") % {"name": named, "day": format_day(agreement.signed_on, self.language)}

    def _within(self, key: str) -> str:
        """Return the name as a sentence gives it; a treaty between two States is named without an article."""
        if key == self.own:
            return _("this treaty")
        of_many = key in self.snapshot.register.instruments or key in self.snapshot.facts.regionals
        return in_sentence(self.treaty(key), self.language) if of_many else self.treaty(key)

    def _name_of(self, key: str) -> str:
        agreement = self.snapshot.facts.agreements[key]
        serves = listed(serves_words(s) for s in sorted(agreement.serves))
        return _("Treaty between two States (%(first)s, %(second)s): %(serves)s") % {
            "first": self.state(agreement.states[0]),
            "second": self.state(agreement.states[1]),
            "serves": serves,
        }

    def _fact(self, name: str, value: object) -> str:
        if value is None:
            return _("a day not known")
        if isinstance(value, date):
            return format_day(value, self.language)
        if isinstance(value, tuple):
            of_one = "ground" if name == "grounds" else "treaty"
            return listed(self._fact(of_one, item) for item in value)
        return self._word(name, str(value))

    def _word(self, name: str, value: str) -> str:
        match name:
            case "state" | "requesting" | "requested" | "predecessor":
                return self.state(value)
            case "instrument" | "treaty" | "newer" | "older" | "parent" | "annex":
                return self._within(value)
            case "offence":
                return offence_title(value)
            case "ground":
                return ground_words(value)
            case "standing":
                return standing_words(value)
            case "status":
                return status_words(Status(value))
            case "source":
                found = self.snapshot.register.sources.get(value)
                return found.title if found else value
            case "subject":
                return subject_words(value).rstrip(".。") or _("not said")
            case "effect":
                return _EFFECTS[value]()
        return value


_IN_BRACKETS = re.compile(r"\s*[(（]%\((?:instrument|treaty)\)s[)）]")
_EFFECTS = {
    "in_effect": lambda: _("in effect"),
    "not_known": lambda: _("not known"),
    "noted": lambda: _("noted by the source without its text"),
}
