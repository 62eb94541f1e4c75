"""A State with a visit that was made, and the people around it: those who see what came of it, and those who do not."""

from typing import Any

from django.test import Client

from accede.foundation.access import SYSTEM
from accede.foundation.access.acting import acting
from accede.modules.assessments.fields.findings import TeamDetails
from accede.modules.assessments.services.findings import name_team
from tests.conftest import TODAY
from tests.factories import outcomes, people, visits


class World:
    """A State with a visit that was made; an officer, its focal point, another State's, and a partner."""

    def __init__(self) -> None:
        self.body = people.organisation("Directorate (sample)", state="")
        self.officer = people.person("Pia Prado", role="programme_officer")
        self.focal = self._focal("Amal Abara", "XSA")
        self.other = self._focal("Bela Benak", "XSB")
        self.partner = people.person(
            "Paz Partner", acts_for=self.body, role="partner_coordinator", scope=("organisation", str(self.body))
        )
        with acting(SYSTEM):
            consent = visits.consent("XSA", body=self.body)
            self.visit = visits.planned("XSA", body=self.body, consent=consent)
            name_team(self.visit, TeamDetails(self.body, "Expert (sample)"), by=SYSTEM, at=TODAY)
            visits.moved(self.visit, "agree", "make")

    @staticmethod
    def _focal(name: str, state: str) -> people.TestPerson:
        ministry = people.organisation(f"Ministry of {state} (sample)", state=state)
        return people.person(name, acts_for=ministry, role="focal_point", scope=("state", state))

    def recorded(self, **stated: Any) -> int:
        with acting(self.officer.actor):
            return outcomes.recorded(self.visit, by=self.officer.actor, **stated)


def browser(person: people.TestPerson) -> Client:
    return person.with_app().sign_in(Client())
