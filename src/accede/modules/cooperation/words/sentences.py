"""Every reason of the rules of cooperation as a sentence of the reader's language."""

from django.utils.translation import gettext_lazy as lazy

from accede.core.cooperation.reasons import Code

SENTENCES = {
    Code.DEFINES: lazy("The offence is defined in %(instrument)s: %(offence)s."),
    Code.BOTH_BOUND: lazy(
        "Both States are bound by %(instrument)s. %(requesting)s: since %(requesting_since)s. %(requested)s: since "
        "%(requested_since)s."
    ),
    Code.PERHAPS_BOUND: lazy("Whether this State was bound by %(instrument)s on this day is not known: %(state)s."),
    Code.NOT_BOUND: lazy("Not bound by %(instrument)s on this day: %(state)s (%(standing)s)."),
    Code.SUSPENDED: lazy(
        "A party to %(instrument)s by succession; until it gave notice, on %(until)s, its operation between this State "
        "and the other parties was suspended: %(state)s."
    ),
    Code.NOT_IN_FORCE: lazy("%(instrument)s was not in force on this day. Entry into force: %(in_force_on)s."),
    Code.READ_AS_ONE: lazy("%(instrument)s is read together with %(parent)s, whose articles apply."),
    Code.PREVAILS: lazy("Between States bound by both, %(newer)s prevails over %(older)s."),
    Code.APPLIES_AS_AMENDED: lazy("Both States are bound by %(newer)s, so %(older)s applies as amended."),
    Code.OLDER_TEXT_GOES_ON: lazy(
        "Only this State is bound by %(newer)s: %(state)s. Between the two, %(older)s goes on as it was."
    ),
    Code.REPLACED: lazy("Between the two, %(newer)s replaces %(older)s in extradition."),
    Code.OLDER_UNLESS: lazy(
        "%(older)s stands unless both are bound by %(newer)s: whether this State was, on this day, is not known here: "
        "%(state)s."
    ),
    Code.OF_FORMER_STATE: lazy(
        "A treaty was in force with a State that no longer exists: %(treaty)s (%(predecessor)s). Whether it goes on "
        "for this State is not known here: %(state)s."
    ),
    Code.INCLUDED: lazy(
        "%(instrument)s deems the offence included as extraditable in the treaty between the two: %(treaties)s."
    ),
    Code.INCLUSION_UNDERTAKEN: lazy(
        "%(instrument)s deems the offence included only in extradition treaties that existed before its entry into "
        "force; for later ones the parties undertook to include it. Treaty in force: %(treaties)s."
    ),
    Code.TREATY_DAY_NOT_KNOWN: lazy(
        "Since when this treaty has been in force is not known, so that it may be the older one: %(treaties)s."
    ),
    Code.OPTION: lazy(
        "The requested State makes extradition conditional on a treaty and may, at its option, consider "
        "%(instrument)s as the legal basis: %(requested)s."
    ),
    Code.RECOGNISED: lazy(
        "Neither State makes extradition conditional on a treaty; under %(instrument)s they recognise the offence "
        "as extraditable between themselves: %(requesting)s, %(requested)s."
    ),
    Code.OWN_LAW: lazy(
        "The requested State does not make extradition conditional on a treaty (%(requested)s). The rule of "
        "%(instrument)s on recognition speaks of two such States; of the requesting State this is not so, or not "
        "known (%(requesting)s)."
    ),
    Code.OPTION_OR_RECOGNITION: lazy(
        "Under %(instrument)s a State that needs a treaty may take the convention as one, and a State that needs "
        "none recognises the offence. Which of the two it is depends on the law of the requested State: "
        "%(requested)s."
    ),
    Code.NO_EXTRADITION_TREATY: lazy(
        "This record has no extradition treaty in force between the two on this day: %(requesting)s, %(requested)s."
    ),
    Code.TREATY_IN_FORCE: lazy("A treaty between the two is in force: %(treaty)s. Since: %(since)s."),
    Code.TREATY_TERMS: lazy(
        "Whether it covers the offence is for its own terms to say (list of offences or level of penalty, and "
        "double criminality): %(treaty)s."
    ),
    Code.TEXT_NOT_READ: lazy("The articles of this treaty were not read for this record: %(treaty)s."),
    Code.ASSISTANCE: lazy(
        "%(instrument)s obliges its parties to afford one another the greatest measure of assistance."
    ),
    Code.ASSISTANCE_BY_TREATY: lazy(
        "The duty is carried out in conformity with the treaty between the two: %(treaties)s."
    ),
    Code.ASSISTANCE_BESIDE_TREATY: lazy(
        "%(instrument)s leaves the obligations of the treaty between the two as they are; assistance can be asked for "
        "under either: %(treaties)s."
    ),
    Code.ASSISTANCE_BY_LAW: lazy("The law of the requested State applies: %(requested)s."),
    Code.SUBMISSION: lazy(
        "If it does not extradite the person found in its territory, it is to submit the case to its competent "
        "authorities for prosecution, without exception (%(instrument)s): %(requested)s."
    ),
    Code.SUBMISSION_OF_NATIONALS: lazy(
        "If extradition is refused because the person is a national, the case is to be submitted for prosecution at "
        "the request of the other State (%(treaty)s): %(requested)s."
    ),
    Code.NO_DUTY: lazy("Nothing in %(instrument)s creates an obligation to grant extradition."),
    Code.PLACE: lazy(
        "For extradition, the offence is treated as committed also in the territory of States that have "
        "jurisdiction under %(instrument)s."
    ),
    Code.PLACE_REQUESTING: lazy(
        "For extradition, the offence is treated, if necessary, as committed also in a place within the jurisdiction "
        "of the requesting State (%(instrument)s): %(requesting)s."
    ),
    Code.MODIFIES: lazy(
        "Extradition treaties between the parties are modified as far as they are incompatible with %(instrument)s."
    ),
    Code.LISTED: lazy("The offence is in the list of %(treaty)s: %(offence)s."),
    Code.ANNEX_EXCLUDED: lazy(
        "A declaration of this State deems the treaty not included in the annex, or may do so: %(state)s. Treaty: "
        "%(annex)s."
    ),
    Code.DOES_NOT_SERVE: lazy("Both States are bound by it, but the offence is outside its scope: %(treaty)s."),
    Code.NO_COOPERATION_RULE: lazy("%(treaty)s has no rule for this purpose."),
    Code.ORGANIZED_GROUP: lazy(
        "%(treaty)s applies only if the offence is punishable by four years or more, is transnational in nature and "
        "involves an organized criminal group that seeks a financial or other material benefit."
    ),
    Code.POLITICAL_EXCLUDED: lazy(
        "The request may not be refused on the sole ground that it concerns a political offence (%(instrument)s)."
    ),
    Code.POLITICAL_NOT_ADDRESSED: lazy(
        "%(instrument)s does not exclude the exception for political offences. By resolution 1373 (2001), paragraph "
        "3(g), the Security Council calls upon States to ensure that claims of political motivation are not recognised "
        "as grounds for refusing extradition."
    ),
    Code.POLITICAL_LAWS: lazy(
        "%(instrument)s does not authorise or require action on offences against penal laws of a political nature, or "
        "on those based on discrimination, except where safety requires it. Grounds that the article names: "
        "%(grounds)s."
    ),
    Code.FISCAL_EXCLUDED: lazy(
        "The request may not be refused on the sole ground that it concerns a fiscal offence (%(instrument)s)."
    ),
    Code.BANK_SECRECY: lazy("Assistance may not be refused on the ground of bank secrecy (%(instrument)s)."),
    Code.INVESTIGATIONS: lazy("Assistance is owed in investigations as well as in proceedings (%(instrument)s)."),
    Code.PROCEEDINGS_ONLY: lazy(
        "Assistance is owed in criminal proceedings that have been brought; investigations are not named "
        "(%(instrument)s)."
    ),
    Code.MUST_REFUSE_PERSECUTION: lazy(
        "Extradition shall not be granted where there are substantial grounds to believe that the request serves "
        "persecution, or that the person’s position may be prejudiced (%(instrument)s). Persecution is prosecuting or "
        "punishing a person on account of: %(grounds)s."
    ),
    Code.NO_DUTY_IF_PERSECUTION: lazy(
        "Nothing in %(instrument)s obliges the requested State where there are substantial grounds to believe that "
        "the request serves persecution. Persecution is prosecuting or punishing a person on account of: %(grounds)s."
    ),
    Code.PERSECUTION_NOT_ADDRESSED: lazy(
        "%(instrument)s itself has no rule for this purpose on requests that serve persecution; other rules of "
        "international law remain."
    ),
    Code.INTERNAL_CASE: lazy(
        "%(instrument)s leaves out cases that are internal to one State, within the limits of the article."
    ),
    Code.INTERNAL_ASSISTED: lazy(
        "%(instrument)s leaves out cases that are internal to one State; its articles on assistance apply to them all "
        "the same, as appropriate."
    ),
    Code.ARMED_CONFLICT: lazy(
        "%(instrument)s leaves out acts in armed conflicts for which the Geneva Conventions oblige its parties to "
        "prosecute or to hand over the person."
    ),
    Code.OTHER_LAW: lazy(
        "Other rights and obligations under international law are not affected, those of international humanitarian "
        "law among them (%(instrument)s)."
    ),
    Code.ASYLUM: lazy(
        "Treaties on asylum that were in force when %(instrument)s was adopted are not affected between States that "
        "are parties to them."
    ),
    Code.ARMED_FORCES: lazy(
        "What international humanitarian law governs, and what armed forces do in their official duties, is left to "
        "that law (%(instrument)s)."
    ),
    Code.NOT_COVERED: lazy(
        "%(instrument)s leaves out what is in military or other State use (aircraft, ships, material), as the "
        "article says."
    ),
    Code.NATIONALS_RETURNED: lazy(
        "Surrender of a national on condition of return to serve the sentence discharges the duty to prosecute "
        "(%(instrument)s)."
    ),
    Code.JURISDICTION: lazy(
        "The cases in which parties are to establish their jurisdiction, and those in which they may, are named in "
        "%(instrument)s."
    ),
    Code.FAIR_TREATMENT: lazy("The person is guaranteed fair treatment (%(instrument)s)."),
    Code.LAW_OF_REQUESTED: lazy(
        "Extradition is subject to the other conditions of the law of the requested State (%(instrument)s): "
        "%(requested)s."
    ),
    Code.NATIONALS_YES: lazy("By the source, this State extradites its nationals: %(state)s. Source: %(source)s."),
    Code.NATIONALS_NO: lazy(
        "By the source, this State does not extradite its nationals: %(state)s. Source: %(source)s."
    ),
    Code.NATIONALS_PARTLY: lazy(
        "By the source, this State extradites its nationals only in certain cases: %(state)s. Source: %(source)s."
    ),
    Code.NEEDS_NOT_KNOWN: lazy("Whether this State makes extradition conditional on a treaty is not known: %(state)s."),
    Code.NEEDS_PARTLY: lazy(
        "By the source, this State makes extradition conditional on a treaty in some cases: %(state)s. Source: "
        "%(source)s."
    ),
    Code.NATIONALS_NOT_KNOWN: lazy("Whether this State extradites its nationals is not known: %(state)s."),
    Code.STATEMENT: lazy(
        "A reservation, declaration or objection is recorded under %(instrument)s: %(state)s. Subject: %(subject)s. "
        "Effect on this day: %(effect)s."
    ),
    Code.DISPUTES_ONLY: lazy(
        "A declaration under %(instrument)s on the settlement of disputes is recorded: %(state)s. It does not touch "
        "this basis."
    ),
    Code.DEFINITION_NOT_READ: lazy("The article was cited without having been read in any text: %(instrument)s."),
    Code.TREATIES_INCOMPLETE: lazy(
        "The list of bilateral treaties is incomplete: a treaty between the two may exist that is not in this "
        "record (%(requesting)s, %(requested)s)."
    ),
    Code.NAMED_ONLY: lazy("Not counted as in force: %(treaty)s. What the source says: %(status)s."),
    Code.TREATY_ENDED: lazy("No longer in force: %(treaty)s. Ended: %(until)s."),
    Code.TERRITORIES: lazy(
        "Whether instruments were extended to, or exclude, certain territories of the two States is not recorded: "
        "%(requesting)s, %(requested)s."
    ),
    Code.UNSOURCED_RULE: lazy(
        "What the record has on the law of this State rests on no source that can be looked up, and is left aside "
        "here: %(state)s."
    ),
    Code.SECONDARY_SOURCE: lazy(
        "What is said of this State’s law rests on a secondary source: %(state)s. Source: %(source)s."
    ),
}
AT_THE_LATEST = {
    Code.TREATY_IN_FORCE: lazy(
        "A treaty between the two is in force: %(treaty)s. Its first day is not known; it was in force at the latest "
        "on %(since)s."
    )
}
"""The sentence of TREATY_IN_FORCE where only the day of a source is known."""
