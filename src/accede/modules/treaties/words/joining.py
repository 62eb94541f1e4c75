"""What joining each remaining instrument would take for a State, in words. A State is invited; nothing here judges."""

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext_lazy as lazy

from accede.core.explain import Authority
from accede.core.treaties.joining import Invitation, JoiningPlan, ParentHow, ParentStep, joining_plans
from accede.core.treaties.joining_clauses import Paper, PaperDue
from accede.foundation.texts import begun, in_sentence
from accede.modules.treaties.fields.codes import act_words
from accede.modules.treaties.queries.register import Register
from accede.modules.treaties.words.reasons import ReasonLine, speaker_of

INVITATION_WORDS = {
    Invitation.OPEN: lazy("Invited to join"),
    Invitation.PERHAPS_JOINED: lazy("The record does not know whether the State has joined; if not, it is invited to"),
    Invitation.NOT_YET_OPEN: lazy("Not open to the State on this day"),
    Invitation.JOINED: lazy("Joined"),
    Invitation.STATE_ABSENT: lazy("The State did not exist on this day"),
}
PARENT_WORDS = {
    ParentHow.FIRST: lazy("First join %(instrument)s."),
    ParentHow.TOGETHER: lazy("Join %(instrument)s before or at the same time."),
    ParentHow.INCLUDED: lazy("%(instrument)s, as amended, is included; no act under it is needed."),
}
PAPER_WORDS = {
    Paper.PRODUCER: lazy("Declare whether the State is a producer of plastic explosives."),
    Paper.OPTIONAL_JURISDICTION: lazy("Notify the jurisdiction that national law establishes beyond what is required."),
    Paper.CENTRAL_AUTHORITY: lazy("Name the authority that sends and receives requests and information."),
    Paper.DISPUTES_OPT_OUT: lazy("A reservation on the settlement of disputes is possible."),
    Paper.ANNEX_EXCLUSION: lazy("A declaration can leave out treaties of the annex to which the State is not a party."),
    Paper.FAMILY_EXEMPTION: lazy("A declaration on members of the family, as national law provides, is possible."),
    Paper.BOARDING_CONSENT: lazy("A notification about consent to boarding is possible."),
}


@dataclass(frozen=True, slots=True)
class Step:
    """One thing to do or to choose, with the article that says so."""

    words: str
    authority: str
    is_required: bool = True


@dataclass(frozen=True, slots=True)
class JoiningLine:
    """What joining one instrument takes on a day."""

    instrument: str
    title: str
    invitation: str
    words: str
    acts: tuple[str, ...]
    acts_authority: str
    may_sign: bool
    signature_until: date | None
    parents: tuple[Step, ...]
    papers: tuple[Step, ...]
    takes_effect_on: date | None
    takes_effect_why: tuple[ReasonLine, ...]
    text_was_read: bool

    @property
    def is_open(self) -> bool:
        """Whether there are steps that the State can take on that day."""
        return bool(self.acts)


def joining_of(register: Register, state: str, *, on: date, language: str) -> tuple[JoiningLine, ...]:
    """Return what joining takes for each instrument that is there on `on` and that `state` has not joined."""
    plans = joining_plans(
        state,
        on,
        timelines={key: register.timelines[key, state].changes for key in register.instruments},
        instruments={key: facts.core for key, facts in register.instruments.items() if facts.core.adopted_on <= on},
    )
    return tuple(_line(register, plan, language) for plan in plans if plan.invitation is not Invitation.STATE_ABSENT)


def _line(register: Register, plan: JoiningPlan, language: str) -> JoiningLine:
    speaker = speaker_of(register, language)
    return JoiningLine(
        instrument=plan.instrument,
        title=_title(register, plan.instrument, language),
        invitation=plan.invitation.value,
        words=str(INVITATION_WORDS[plan.invitation]),
        acts=tuple(act_words(kind) for kind in plan.acts),
        acts_authority=speaker.cited(plan.acts_authority),
        may_sign=plan.may_sign,
        signature_until=plan.signature_until,
        parents=tuple(_parent(register, step, language) for step in plan.parents),
        papers=tuple(_paper(register, plan.instrument, due, language) for due in plan.papers),
        takes_effect_on=plan.takes_effect.answer,
        takes_effect_why=speaker.lines(plan.takes_effect.because),
        text_was_read=plan.text_was_read,
    )


def _parent(register: Register, step: ParentStep, language: str) -> Step:
    title = in_sentence(_title(register, step.instrument, language), language)
    words = begun(str(PARENT_WORDS[step.how]) % {"instrument": title})
    return Step(words, speaker_of(register, language).cited(step.authority))


def _paper(register: Register, instrument: str, due: PaperDue, language: str) -> Step:
    cited = speaker_of(register, language).cited(Authority(instrument, due.article))
    return Step(str(PAPER_WORDS[due.paper]), cited, due.is_required)


def _title(register: Register, key: str, language: str) -> str:
    return register.instruments[key].title(language).short
