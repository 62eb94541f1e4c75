"""The pages that can be found: of each its title, and what it is for; they are asked for by their topic."""

from collections.abc import Collection, Iterator, Mapping

from django.conf import settings
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override, pgettext_lazy

from accede.foundation.search.kinds import Entry, Kind

Words = Mapping[str, tuple[str | Promise, str | Promise]]

PUBLIC_PAGES: Words = {
    "treaties:state-list": (_("States"), _("States and areas, with the instruments that each has joined.")),
    "treaties:instrument-list": (
        _("Instruments"),
        _("The nineteen universal instruments against terrorism: conventions, protocols, amendments."),
    ),
    "treaties:act-list": (
        _("Acts"),
        _("Signatures, ratifications, accessions, declarations, reservations, objections, withdrawals, by day."),
    ),
    "treaties:compare": (_("States side by side"), _("Compare States, or one State on two days.")),
    "mandates:mandate-list": (_("Mandates"), _("Resolutions read as paragraphs, duties and due dates.")),
    "mandates:due-list": (_("What is due"), _("Deadlines, reports and dates that resolutions set.")),
    "calendar:calendar": (_("Calendar"), _("What falls on which day: duties, instalments, what ends, what waits.")),
    "cooperation:finder": (
        _("Legal bases between two States"),
        _("Extradition, mutual legal assistance, submission for prosecution: which treaties bind two States."),
    ),
    "cooperation:treaty-list": (
        _("Bilateral treaties on extradition and mutual legal assistance"),
        _("Treaties between two States, with their sources."),
    ),
    "cooperation:regional-list": (
        _("Regional treaties, and conventions beside the nineteen"),
        _("Treaties between several States on extradition, assistance and terrorism."),
    ),
    "cooperation:rule-list": (
        _("National rules on extradition"),
        _("Whether a State needs a treaty for extradition, and extradites its nationals."),
    ),
    "cooperation:state-list": (_("States and their partners"), _("With how many others each State has a legal basis.")),
    "cooperation:world-plan": (
        _("Which accessions would help most"),
        _("A plan: which States could join which instruments so that most pairs gain a legal basis."),
    ),
    "cooperation:scenarios": (_("Scenarios side by side"), _("What would follow if States joined instruments.")),
    "cooperation:calendar": (
        _("Calendar of deposits"),
        _("When instruments take effect if they are deposited on a day."),
    ),
    "reporting:figures": (
        _("Figures"),
        _("What was done and by how many, each number with its definition and its records."),
    ),
    "reporting:reports": (
        pgettext_lazy("documents", "Reports"),
        _("Made from the records for any period, paragraph by paragraph of the mandate."),
    ),
    "treaties:source-list": (_("Sources"), _("The documents from which this record takes its facts.")),
    "treaties:disagreement-list": (_("Disagreements"), _("Where sources say different things of the same act.")),
    "treaties:gap-list": (_("What is not known"), _("Gaps of this record.")),
    "site:about": (
        _("About this record"),
        _("What this record is, where its facts come from, and what it does not know."),
    ),
    "site:accessibility": (_("Accessibility"), _("What has been done so that everybody can use the site.")),
    "site:api": (_("For programs"), _("How a program reads the record: the API and its description.")),
}
"""By the name of the address: the title, and what the page is for."""

TOPICS: Mapping[str, tuple[str | Promise, ...]] = {
    "cooperation:finder": (
        _("Extradition"),
        _("Mutual legal assistance"),
        _("Legal bases"),
        _("Submission for prosecution"),
        _("Extradite or prosecute"),
    ),
    "treaties:act-list": (_("Ratifications"), _("Accessions"), _("Signatures"), _("Reservations")),
    "cooperation:rule-list": (_("Extradition of nationals"),),
    "mandates:due-list": (_("Deadlines"),),
    "cooperation:calendar": (_("Entry into force"),),
}
"""What else a page is asked for by."""


def _pages(keys: Collection[str] | None) -> Iterator[Entry]:
    said: dict[str, dict[str, tuple[str, str, list[str]]]] = {name: {} for name in PUBLIC_PAGES}
    for language, _name in settings.LANGUAGES:
        with override(language):
            for name, (title, about) in PUBLIC_PAGES.items():
                said[name][language] = (str(title), str(about), [str(topic) for topic in TOPICS.get(name, ())])
    for name, words in said.items():
        if keys is None or name in keys:
            yield Entry(
                key=name,
                titles={language: title for language, (title, _about, _topics) in words.items()},
                names={language: topics for language, (_title, _about, topics) in words.items() if topics},
                texts={language: about for language, (_title, about, _topics) in words.items()},
            )


PAGES = Kind("page", one=_("Page"), many=_("Pages"), entries=_pages, address=reverse, keeps_day=True)
