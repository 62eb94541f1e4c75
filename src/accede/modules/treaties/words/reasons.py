"""Reasons of the treaty rules as sentences of the reader's language."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from accede.core.explain import Authority, Reason
from accede.core.treaties.acts import ActKind
from accede.core.treaties.reasons import ReasonCode
from accede.foundation.texts import begun, cite_articles, format_day, in_sentence, listed
from accede.modules.treaties.fields.codes import act_words, subject_words
from accede.modules.treaties.queries.register import Register

SENTENCES = {
    ReasonCode.EIF_RULE: lazy(
        "%(instrument)s enters into force after this number of expressions of consent: %(required)s."
    ),
    ReasonCode.EIF_REACHED: lazy(
        "The deposit that completed the number (%(required)s) was made for %(state)s on %(on)s; "
        "%(instrument)s entered into force on %(in_force_on)s."
    ),
    ReasonCode.EIF_NOT_REACHED: lazy(
        "Deposits required for %(instrument)s: %(required)s. Deposits with a known day in this record: %(counted)s."
    ),
    ReasonCode.EIF_PRODUCERS: lazy(
        "Declared producer States required among them: %(required)s. The last of these was %(state)s, on %(on)s."
    ),
    ReasonCode.EIF_PRODUCERS_NOT_REACHED: lazy(
        "Declared producer States required among them: %(required)s. Found in this record: %(counted)s."
    ),
    ReasonCode.EIF_NOT_BEFORE: lazy(
        "It could not enter into force before %(instrument)s, which entered into force on %(in_force_on)s."
    ),
    ReasonCode.EIF_WAITS_FOR_OTHER: lazy("It cannot enter into force before %(instrument)s does."),
    ReasonCode.EIF_SHARE: lazy(
        "Share of the parties of the parent convention required: %(numerator)s/%(denominator)s. "
        "Parties on %(on)s: %(parties)s; deposits required: %(required)s."
    ),
    ReasonCode.EIF_FORMER_STATES: lazy("Deposits of States that no longer exist are counted: %(states)s."),
    ReasonCode.EIF_UNDATED: lazy(
        "Deposits without a known day, which cannot be counted: %(count)s. The real day may be earlier."
    ),
    ReasonCode.EIF_NO_RULE: lazy("The final clause of %(instrument)s is not in this record."),
    ReasonCode.EIF_WITH_THE_REST: lazy(
        "The deposit of %(deposit_on)s was among those that brought %(instrument)s into force on %(in_force_on)s."
    ),
    ReasonCode.EIF_OWN_DEPOSIT: lazy(
        "Deposited on %(deposit_on)s, after the general entry into force: "
        "%(instrument)s took effect for the State on %(in_force_on)s."
    ),
    ReasonCode.EIF_NOT_IN_FORCE: lazy("%(instrument)s is not in force."),
    ReasonCode.BEFORE_ADOPTION: lazy("The instrument was adopted later, on %(adopted_on)s."),
    ReasonCode.STATE_ENDED: lazy("%(state)s: no longer existed from %(ended_on)s."),
    ReasonCode.STATE_NOT_YET: lazy("%(state)s: existed only from %(begins_on)s."),
    ReasonCode.NO_ACT: lazy("No act of %(state)s under %(instrument)s is recorded up to this day."),
    ReasonCode.NOT_LISTED_ON: lazy("A source that lists all parties on %(list_on)s does not name the State."),
    ReasonCode.LIST_ENDS: lazy(
        "The last source that lists all parties ends on %(list_on)s. What happened after that is not known here."
    ),
    ReasonCode.SAID_NOT_PARTY: lazy(
        "“%(source)s” says that the State was not a party on %(list_on)s. What happened after that is not known here."
    ),
    ReasonCode.NO_LIST: lazy(
        "No source in this record lists all parties to %(instrument)s, so absence proves nothing."
    ),
    ReasonCode.SIGNED: lazy("Signed on %(on)s; a signature subject to ratification does not yet bind."),
    ReasonCode.SIGNED_UNDATED: lazy(
        "Signed; the day is not known. A source of %(attested_on)s names the State as a signatory."
    ),
    ReasonCode.SIGNATURE_TAKEN_BACK: lazy("The signature was taken back on %(on)s."),
    ReasonCode.CONSENTED: lazy("Consent to be bound: %(kind)s, on %(on)s."),
    ReasonCode.COUNTED_BACK: lazy(
        "The day of deposit, %(on)s, is counted back from the entry into force for the State, %(in_force_on)s."
    ),
    ReasonCode.NOT_YET_IN_FORCE: lazy("A contracting State; the instrument takes effect for it on %(in_force_on)s."),
    ReasonCode.INSTRUMENT_NOT_IN_FORCE: lazy(
        "A contracting State; %(instrument)s itself was not in force on this day "
        "(it entered into force: %(in_force_on)s)."
    ),
    ReasonCode.IN_FORCE_FOR_STATE: lazy("In force for the State since %(in_force_on)s, computed by the article."),
    ReasonCode.IN_FORCE_AS_PRINTED: lazy("In force for the State since %(in_force_on)s, as the source prints it."),
    ReasonCode.SUCCEEDED: lazy("Succession notified on %(notified_on)s, with effect from %(effective_on)s."),
    ReasonCode.SUCCESSION_FROM_START: lazy(
        "The source gives no other day, so the succession is taken to have effect from the beginning of the State, "
        "%(begins_on)s."
    ),
    ReasonCode.SUCCESSION_DAY_NOT_KNOWN: lazy(
        "Succession notified on %(notified_on)s. It may have effect from an earlier day, which is not known here."
    ),
    ReasonCode.SUCCESSION_SUSPENDED: lazy(
        "Until the notification of %(notified_on)s the operation of the instrument between the State and the other "
        "parties is considered as suspended."
    ),
    ReasonCode.CONTINUES: lazy("%(state)s continues the legal personality of %(predecessor)s, whose acts are its own."),
    ReasonCode.BOUND_UNDATED: lazy(
        "A party; the day is not known. A source of %(attested_on)s names the State as bound."
    ),
    ReasonCode.DAY_NOT_KNOWN: lazy(
        "The act by which the State joined or signed has no day here: it was done after %(after)s and by %(before)s. "
        "How the State stood between these days is not known."
    ),
    ReasonCode.DENUNCIATION_RUNS: lazy(
        "Denunciation notified on %(notified_on)s; the State remains bound until it takes effect on %(effective_on)s."
    ),
    ReasonCode.WITHDRAWN: lazy("Denunciation notified on %(notified_on)s, with effect from %(effective_on)s."),
    ReasonCode.WITHDRAWN_UNDATED: lazy(
        "Denounced; the day is not known. A source of %(attested_on)s speaks of the denunciation."
    ),
    ReasonCode.WITHDRAWAL_DAY_NOT_KNOWN: lazy(
        "The denunciation took effect at a day not known here, after %(after)s and by %(before)s."
    ),
    ReasonCode.FALLS_WITH_PARENT: lazy(
        "Denouncing %(parent)s also denounced this instrument, with effect from %(effective_on)s."
    ),
    ReasonCode.PARENT_NOT_RECORDED: lazy(
        "Only a State bound by %(parent)s can join; this record does not show the State as bound by it on this day."
    ),
    ReasonCode.BOUND_AS_AMENDED: lazy(
        "By joining %(protocol)s the State became bound by this convention as amended, from %(in_force_on)s."
    ),
    ReasonCode.BOUND_THROUGH: lazy(
        "Only a party to this instrument can be bound by %(protocol)s, and the State is bound by it: so it is a party "
        "to this instrument too. Since when is not known here."
    ),
    ReasonCode.PARENT_FIRST: lazy(
        "%(parent)s is in force for the State from %(in_force_on)s only, and this instrument cannot bind it before."
    ),
    ReasonCode.DECLARATION_MADE: lazy("%(kind)s made on %(on)s: %(subject)s."),
    ReasonCode.DECLARATION_WITH_DEPOSIT: lazy("The text has it made on deposit, which was on %(on)s."),
    ReasonCode.DECLARATION_LAPSE_NOT_KNOWN: lazy(
        "The source does not say which treaties it leaves out. Not yet in force for the State: %(instruments)s."
    ),
    ReasonCode.DECLARATION_WITHDRAWN: lazy("Taken back on %(on)s."),
    ReasonCode.DECLARATION_LAPSED: lazy("Lapsed on %(on)s, when %(instrument)s entered into force for the State."),
    ReasonCode.DECLARATION_REPLACED: lazy("Replaced by a later one on %(on)s."),
    ReasonCode.DECLARATION_UNDATED: lazy("The day is not known; a source of %(attested_on)s lists it."),
    ReasonCode.DECLARATION_BEFORE_CONSENT: lazy(
        "Made on %(on)s; it takes effect when the instrument does for the State, on %(in_force_on)s."
    ),
}
"""One sentence a code; numbers stand behind a colon so that no language has to decline a noun after them."""


@dataclass(frozen=True, slots=True)
class ReasonLine:
    """One step of a finding in words: the sentence, the article applied, the keys of the reports relied on."""

    code: str
    words: str
    authority: str
    reports: tuple[str, ...]

    @property
    def in_full(self) -> str:
        """The sentence with its article, for the cell of a file or a line of a terminal."""
        if not self.authority:
            return self.words
        return _("%(words)s [%(authority)s]") % {"words": self.words, "authority": self.authority}


@dataclass(frozen=True, slots=True)
class Speaker:
    """Turns reasons into sentences: needs the names of States and instruments in the reader's language."""

    language: str
    state_name: Callable[[str], str]
    instrument_name: Callable[[str], str]
    source_title: Callable[[str], str] = str

    def line(self, reason: Reason) -> ReasonLine:
        """Return `reason` as a line to read."""
        sentence = str(SENTENCES[ReasonCode(reason.code)])
        facts = {name: self._fact(name, value) for name, value in reason.facts.items()}
        # Names of acts are kept as labels, with a capital; within a sentence they have none.
        if "kind" in facts and not sentence.startswith("%(kind)s"):
            facts["kind"] = facts["kind"][:1].lower() + facts["kind"][1:]
        return ReasonLine(
            code=str(reason.code),
            words=begun(sentence % facts),
            authority=self.cited(reason.authority),
            reports=reason.acts,
        )

    def lines(self, because: tuple[Reason, ...]) -> tuple[ReasonLine, ...]:
        """Return the steps of a finding as lines to read."""
        return tuple(self.line(reason) for reason in because)

    def cited(self, authority: Authority | None) -> str:
        """Return the text and the article as the reader's language cites them, nothing where there is no authority."""
        if authority is None:
            return ""
        law = LAWS.get(authority.text)
        text = str(law) if law else self.instrument_name(authority.text)
        if not authority.article:
            return text
        article = cite_articles(authority.article, self.language)
        return _("%(text)s, %(article)s") % {"text": text, "article": article}

    def _fact(self, name: str, value: object) -> str:
        if value is None:
            return _("a day not known")
        if isinstance(value, date):
            return format_day(value, self.language)
        if name in _INSTRUMENT_FACTS:
            return self._named(str(value))
        if name == "source":
            return self.source_title(str(value))
        if name in _STATE_FACTS:
            return self.state_name(str(value))
        if isinstance(value, ActKind):
            return act_words(value)
        if name == "subject":
            return subject_words(str(value)).rstrip(".。")
        if isinstance(value, tuple):
            named = self._named if name == "instruments" else self.state_name
            return listed(named(str(item)) for item in value)
        return str(value)

    def _named(self, instrument: str) -> str:
        return in_sentence(self.instrument_name(instrument), self.language)


LAWS: Mapping[str, object] = {
    "VCLT": lazy("Vienna Convention on the Law of Treaties"),
    "VCSST": lazy("Vienna Convention on Succession of States in respect of Treaties"),
}
_INSTRUMENT_FACTS = frozenset({"instrument", "parent", "protocol"})
_STATE_FACTS = frozenset({"state", "predecessor"})


def speaker_of(register: Register, language: str | None = None) -> Speaker:
    """Return what turns reasons of a register into sentences of `language`, of the active one when none is given."""
    chosen = language or get_language() or "en"
    states, instruments, sources = register.states, register.instruments, register.sources
    return Speaker(
        language=chosen,
        state_name=lambda code: states[code].name(chosen) if code in states else code,
        instrument_name=lambda key: instruments[key].title(chosen).short if key in instruments else key,
        source_title=lambda key: sources[key].title if key in sources else key,
    )
