"""The register's facts as the API's documents."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.translation import get_language

from accede.core.treaties.acts import ActKind, SettledAct
from accede.core.treaties.settling import Claim, Disagreement
from accede.foundation.pages import AsAt
from accede.modules.reference.fields.groups import GROUPS
from accede.modules.reference.queries import SourceFacts, StateFacts
from accede.modules.reference.queries.states import SuccessionFacts
from accede.modules.treaties.fields.codes import act_words, standing_words
from accede.modules.treaties.queries.instruments import CoverageFacts, GapFacts
from accede.modules.treaties.queries.register import Register
from accede.modules.treaties.rest import schemas
from accede.modules.treaties.words.reasons import Speaker, speaker_of


@dataclass(frozen=True, slots=True)
class Presenter:
    """One reading of the register: its day, its language, and the shapes in which it answers."""

    register: Register
    as_at: AsAt
    language: str
    speaker: Speaker

    @property
    def document(self) -> dict[str, Any]:
        """What each answer says of itself."""
        return {
            "on": self.as_at.on,
            "known": self.as_at.known,
            "edition": self.register.edition,
            "language": self.language,
        }

    def state(self, code: str) -> schemas.StateBrief:
        """Return a State by code and name."""
        known = self.register.states.get(code)
        return schemas.StateBrief(code=code, name=known.name(self.language) if known else code)

    def instrument(self, key: str) -> schemas.InstrumentBrief:
        """Return an instrument by key and short title."""
        return schemas.InstrumentBrief(key=key, title=self.register.instruments[key].title(self.language).short)

    def state_fields(self, facts: StateFacts) -> dict[str, Any]:
        """Return what a list says of a State."""
        group = facts.group_on(self.as_at.on)
        return {
            "code": facts.code,
            "name": facts.name(self.language),
            "formal_name": facts.formal_name(self.language),
            "kind": facts.kind,
            "kind_words": facts.kind_words,
            "iso2": facts.iso2,
            "m49": facts.m49,
            "exists_from": facts.exists.start,
            "exists_until": facts.exists.end,
            "is_member": facts.is_member_on(self.as_at.on),
            "group": group,
            "group_words": str(GROUPS[group]) if group else "",
        }

    def succession(self, facts: SuccessionFacts) -> schemas.SuccessionItem:
        """Return which State followed which."""
        return schemas.SuccessionItem(
            predecessor=self.state(facts.predecessor),
            successor=self.state(facts.successor),
            on=facts.on,
            kind=facts.kind,
            verified=facts.verified,
            source=facts.source,
            note=facts.note,
        )

    def standing(self, instrument: str, state: str, on: date | None = None) -> schemas.StandingItem:
        """Return where a State stands under an instrument, and why."""
        finding = self.register.standing(instrument, state, on or self.as_at.on)
        position = finding.answer
        return schemas.StandingItem(
            state=self.state(state),
            instrument=self.instrument(instrument),
            standing=position.standing,
            standing_words=standing_words(position.standing),
            is_bound=position.is_bound,
            since=position.since,
            by=position.by,
            by_words=act_words(position.by) if position.by else "",
            act_on=position.act_on,
            signed_on=position.signed_on,
            known_until=position.known_until,
            not_party_on=position.not_party_on,
            not_known_from=position.not_known_from,
            suspended_until=position.suspended_until,
            because=[
                schemas.ReasonItem(
                    code=line.code, words=line.words, authority=line.authority, reports=list(line.reports)
                )
                for line in self.speaker.lines(finding.because)
            ],
        )

    def act(self, act: SettledAct) -> schemas.ActItem:
        """Return a settled act."""
        return schemas.ActItem(
            key=act.key,
            state=self.state(act.state),
            instrument=self.instrument(act.instrument),
            kind=act.kind,
            kind_words=act_words(act.kind),
            on=act.on,
            in_force_on=act.in_force_on,
            effective_on=act.effective_on,
            subject=act.subject,
            depositary=act.depositary,
            reservation_noted=act.reservation_noted,
            known_on=act.known_on,
            sources=list(act.sources),
            reports=list(act.reports),
        )

    def report(self, key: str) -> schemas.ReportItem:
        """Return what one source reports."""
        report = self.register.reports[key]
        return schemas.ReportItem(
            key=key,
            source=report.source,
            kind=report.kind,
            kind_words=act_words(report.kind),
            on=report.on,
            in_force_on=report.in_force_on,
            effective_on=report.effective_on,
            attested_on=report.attested_on,
            known_on=report.known_on,
            subject=report.subject,
            depositary=report.depositary,
            note=self.register.notes.get(key, ""),
        )

    def disagreement(self, found: Disagreement) -> schemas.DisagreementItem:
        """Return a matter on which sources differ."""
        return schemas.DisagreementItem(
            state=self.state(found.state),
            instrument=self.instrument(found.instrument),
            act=found.act,
            act_kind=found.act_kind,
            act_kind_words=act_words(found.act_kind),
            field=found.field,
            chosen=_value(found.chosen),
            settled_by=found.settled_by,
            claims=[_claim(claim) for claim in found.claims],
        )

    def coverage(self, facts: CoverageFacts) -> schemas.CoverageItem:
        """Return which list of parties a source gives in full."""
        return schemas.CoverageItem(
            instrument=self.instrument(facts.instrument),
            source=facts.source,
            complete_on=facts.complete_on,
            parties_stated=facts.parties_stated,
            note=facts.note,
        )

    def gap(self, facts: GapFacts) -> schemas.GapItem:
        """Return what is known not to be known."""
        return schemas.GapItem(
            instrument=self.instrument(facts.instrument) if facts.instrument else None,
            subject=facts.subject,
            note=facts.note,
            source=facts.source,
        )

    def instrument_fields(self, key: str, *, parties: int) -> dict[str, Any]:
        """Return what a list says of an instrument."""
        facts = self.register.instruments[key]
        title = facts.title(self.language)
        return {
            "key": key,
            "title": title.short,
            "full_title": title.full,
            "number": facts.core.number,
            "adopted_on": facts.core.adopted_on,
            "in_force_on": facts.core.in_force_on,
            "parent": facts.core.parent,
            "parties": parties,
        }


def presenter(register: Register, as_at: AsAt) -> Presenter:
    """Return a reading of the register in the language of the request."""
    language = get_language() or "en"
    return Presenter(register=register, as_at=as_at, language=language, speaker=speaker_of(register, language))


def source_item(facts: SourceFacts, *, reports: int) -> schemas.SourceItem:
    """Return a source."""
    return schemas.SourceItem(
        key=facts.key,
        title=facts.title,
        locator=facts.locator,
        publisher=facts.publisher,
        authority=facts.authority,
        authority_words=facts.authority_words,
        as_of_from=facts.as_of_from,
        as_of_until=facts.as_of_until,
        as_of_note=facts.as_of_note,
        checked_on=facts.checked_on,
        licence_note=facts.licence_note,
        reports=reports,
    )


def _claim(claim: Claim) -> schemas.ClaimItem:
    return schemas.ClaimItem(value=_value(claim.value), sources=list(claim.sources))


def _value(value: date | ActKind) -> str:
    return value.value if isinstance(value, ActKind) else value.isoformat()
