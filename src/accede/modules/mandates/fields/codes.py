"""Codes of the mandates in words of the reader's language."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from accede.core.mandates.cutting.structure import Remark
from accede.core.mandates.duties import Strength

Words = Mapping[str, str | Promise]

GATES: Words = {
    "upon_request": _("Upon request"),
    "consent": _("With consent"),
    "extrabudgetary_resources": _("If extrabudgetary resources are available"),
    "existing_resources": _("Within existing resources"),
    "voluntary": _("On a voluntary basis"),
    "consultation": _("In consultation"),
    "coordination": _("In coordination"),
    "consultation_committee": _(
        "In close consultation with the Counter-Terrorism Committee and its Executive Directorate"
    ),
    "coordination_task_force": _(
        "In close coordination with the Counter-Terrorism Committee, its Executive Directorate and the "
        "Counter-Terrorism Implementation Task Force"
    ),
    "coordination_committee": _("In coordination with the Counter-Terrorism Committee and its Executive Directorate"),
    "cooperation": _("In cooperation"),
    "within_mandate": _("Within its mandate"),
    "as_appropriate": _("Where appropriate"),
    "as_applicable": _("Where applicable"),
    "as_necessary": _("Where necessary"),
    "as_possible": _("As far as possible"),
    "in_accordance_with_law": _("In accordance with the law"),
    "where_they_exist": _("Where they exist"),
    "subject_to": _("Subject to something else"),
    "without_prejudice": _("Without prejudice"),
    "provided_that": _("Provided that"),
    "official_languages": _("In the official languages of the United Nations"),
    "rule_of_law_determination": _("With a decision on what criminal justice and the rule of law need"),
}
EVIDENCE: Words = {
    "treaty_acts": _("Acts under the nineteen instruments"),
    "reports": pgettext_lazy("evidence", "Reports"),
    "expenditure_reports": _("Expenditure reports"),
    "legislation": _("Laws and legislative reviews"),
    "training": _("Training"),
    "tools": _("Tools and publications"),
    "cooperation_treaties": _("Treaties on extradition and mutual legal assistance"),
    "rule_of_law": _("Rule-of-law components"),
    "consultations": _("Consultations and coordination"),
    "contributions": _("Contributions"),
    "budget": _("Appropriations"),
    "language_versions": _("Language versions"),
    "activities": _("Activities of assistance"),
    "outcomes": _("Outcomes to which assistance contributed, verified"),
    "requests": _("Requests of States"),
    "consents": _("Consents of the States concerned"),
    "funds_available": _("Funds available"),
    "mandate_citations": _("Paragraphs of mandates cited"),
    "reasoned_decisions": _("Decisions with their reasons"),
    "legal_bases": _("Legal bases"),
}
SECTIONS: Words = {
    "ratification": _("Joining the instruments"),
    "legislation": _("Legislation"),
    "cooperation": _("International cooperation"),
    "assistance": _("Technical assistance"),
    "training": _("Training and tools"),
    "rule_of_law": _("Rule of law"),
    "coordination": _("Coordination"),
    "resources": _("Resources"),
    "reporting": _("Reporting"),
    "other": _("Other"),
}
STRENGTHS: Words = {
    "decided": _("decided"),
    "requested": _("requested"),
    "urged": _("urged"),
    "invited": _("invited"),
    "committed": _("committed themselves"),
    Strength.RECALLED.value: _("recalled in the preamble"),
}
STANDINGS: Words = {
    "adopted": pgettext_lazy("resolution", "Adopted"),
    "draft": pgettext_lazy("resolution", "Draft"),
    "recommended": _("Draft, recommended for adoption"),
    "superseded": _("Superseded"),
}
GENRES: Words = {
    "resolution": _("Resolution"),
    "decision": _("Decision"),
    "statement": _("Statement of the President"),
}
VERDICTS: Words = {
    "keep": _("Keep the mandate"),
    "update": _("Update the mandate"),
    "end": _("End the mandate"),
}
ADOPTIONS: Words = {
    "adopted": _("Adopted; checked against the adopted text"),
    "said_adopted": _("Said to be adopted; not checked"),
    "not_adopted": _("Not adopted"),
    "not_recorded": _("Not recorded"),
}
ORGANS: Words = {
    "GA": _("General Assembly"),
    "SC": _("Security Council"),
    "ECOSOC": _("Economic and Social Council"),
    "HRC": _("Human Rights Council"),
    "TC": _("Trusteeship Council"),
}
FATES: Words = {
    "carried_over": _("Carried over"),
    "changed": _("Changed"),
    "new": _("New"),
    "dropped": _("Dropped"),
}
FIELDS: Words = {
    "kind": _("Kind"),
    "number": _("Number"),
    "level": _("Level"),
    "phrase": _("Lead verb, as it stands"),
    "base": _("Lead verb, base form"),
    "addressees": _("Addressees"),
    "conditions": _("Conditions"),
    "owed_by": _("Owed by"),
    "owed_to": _("Owed to"),
    "what": _("What"),
    "strength": _("How firmly"),
    "gates": _("Conditions"),
    "evidence": _("Evidence"),
    "section": _("Part of the report"),
    "due_words": _("When, in the text"),
    "due_from": _("Due from"),
    "due_until": _("Due until"),
    "reading": _("Reading"),
    "file": _("File"),
}
CERTAINTIES: Words = {
    "corrected": _("as corrected"),
    "recorded": _("on record"),
    "by_rule": _("by rule"),
    "by_interval": _("by the interval in the text"),
    "unverified": _("not yet verified"),
}
REASONS: Words = {
    "session_not_in_calendar": _("The calendar does not know this session."),
    "session_not_numbered": _("The text does not number the session."),
    "no_date_given": _("The text names no day."),
    "interval_not_given": _("The text names no interval."),
    "interval_in_days": _("The interval is counted in days; the words tell it."),
    "every_session": _("At every session."),
    "starts_at_unknown_event": _("The time runs from an event whose day is not known."),
    "adoption_date_unknown": _("The day of adoption is not known."),
    "period_runs_backwards": _("The period ends before it begins."),
    "no_such_day": _("There is no such day."),
}
FAULTS: Words = {
    "due_before_adoption": _("“%(words)s” was over (%(day)s) when the text was adopted."),
    "due_in_session_of_adoption": _("“%(words)s” is the session that adopted the text; the next one may be meant."),
    "session_unknown": _("“%(words)s”: the calendar does not know this session, so no day can be given."),
    "period_backwards": _("“%(words)s” ends before it begins."),
    "no_such_day": _("“%(words)s” is no day of the calendar."),
    "duty_without_actor": _("Duty %(duty)s: nobody is named who owes it."),
    "duty_without_evidence": _("Duty %(duty)s: no kind of record is known that would show it done."),
    "condition_without_evidence": _("Duty %(duty)s: no kind of record can show its condition met (%(condition)s)."),
    "number_out_of_order": _("Paragraph %(found)s stands where %(expected)s was expected."),
    "number_twice": _("This number was used before, in line %(first)s."),
    "cites_later_document": _("%(document)s is dated %(day)s, later than this text."),
    "organ_unknown": _("The organ that adopted the text is not known."),
    "adoption_date_unknown": _("The day of adoption was not found in the text."),
    "no_resolution": _("No operative paragraph with a verb was found."),
}
REMARKS: Words = {
    "another_opening": _("Another resolution or part begins here; it was not read."),
    "no_opening": _("The organ does not open the text; reading began here."),
    "several_resolutions": _("The document holds other resolutions, which were not read: %(others)s."),
    "no_lead_verb": _("Paragraph %(paragraph)s opens with no verb that was recognised."),
    "number_unknown": _("The number of the resolution was not found."),
    "deadline_unresolved": _("“%(words)s” could not be turned into a day."),
    "lines_not_understood": _("Lines from here on belong to no part of a resolution that is known: %(count)s."),
    "text_before_opening": _("Text stands before the organ opens; it was not read."),
    "text_after_closing": _("Text stands after the closing; it was not read."),
    "language_in_part": _("Of a text in this language paragraphs, numbers and days are read, and no duties."),
    "symbol_differs": _("The text says that it is %(found)s."),
    **FAULTS,
}
WHYS: Words = {
    "front_matter": _("before the text"),
    "other_resolution": _("another resolution"),
    "after_closing": _("after the closing"),
    "rule": _("a rule"),
    "page_mark": _("a page number"),
    "running_head": _("a running head"),
    "date": _("a date by itself"),
    "not_understood": _("not understood"),
}


def remark_in_words(remark: Remark) -> str:
    """Return a remark of the reader as a sentence."""
    return str(REMARKS[remark.code]) % dict(remark.facts)


def in_words(words: Words, code: str) -> str:
    """Return a code in words; the code itself where nothing is known of it."""
    return str(words.get(code, code))
