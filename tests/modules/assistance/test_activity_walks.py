"""Random walks: whoever does whatever in whatever order, nothing is in delivery of which a gate is shut."""

import io
import random
from collections.abc import Callable
from datetime import date
from functools import partial
from typing import Any
from uuid import UUID

import pytest
from django.db import transaction
from django.db.models import Sum

from accede.foundation.access import SYSTEM, Actor, Refused
from accede.foundation.access.acting import acting
from accede.foundation.audit import Face
from accede.foundation.files.documents import Document
from accede.foundation.problems import Overtaken, UnableTo
from accede.foundation.workflow.flow import Flow
from accede.foundation.workflow.stepping import take_step
from accede.modules.assistance.fields.activities import ActivityDetails
from accede.modules.assistance.fields.papers import BODIES, QUESTIONS, PaperDetails
from accede.modules.assistance.models import Activity, ActivityPaper, AssistanceRequest
from accede.modules.assistance.services.activities import change_activity, fund_activity, plan_activity
from accede.modules.assistance.services.activity_flow import ACTIVITIES
from accede.modules.assistance.services.flow import REQUESTS
from accede.modules.assistance.services.papers import add_paper, confirm_exception
from accede.modules.mandates.models import Adoption
from accede.modules.mandates.services.adopting import Outcome, UnableToRecord, record_adoption
from accede.modules.mandates.services.shipped import load_shipped_mandates
from accede.modules.resources.models import LedgerLine
from accede.modules.resources.services.commitments import Part, release
from tests.factories import money, people, requests
from tests.factories.people import AT
from tests.factories.small_record import small_record

pytestmark = pytest.mark.django_db
WALKS, STEPS = 16, 5
DAY = date(2026, 11, 20)
Deed = Callable[[Actor], object]
WHOLE = (
    *(PaperDetails("contact", body, DAY, answer="agreed") for body in BODIES),
    PaperDetails("decision", "6", DAY, answer="no", text="Because."),
    PaperDetails("decision", "5", DAY, answer="yes", text="Because.", budget_line="experts", indicator="I"),
    PaperDetails("screening", on=DAY, codes=tuple(QUESTIONS)),
)
"""The papers of an activity that may be delivered."""
PART = (
    *(
        PaperDetails("contact", body, DAY, answer=answer)
        for body, answer in zip(BODIES, ("objected", "none", "objected"), strict=True)
    ),
    *(PaperDetails("screening", on=DAY, codes=(code,)) for code in QUESTIONS),
    PaperDetails("exception", "assistance.coordination", DAY, text="Because."),
)


class Walk:
    """One walk: an activity, people of every role, and what each of them can try."""

    def __init__(self, seed: int, actors: list[Actor]) -> None:
        self.chance, self.actors = random.Random(seed), actors  # noqa: S311  (to be walked again, no secret)
        with acting(actors[1]):
            self.request = requests.filed(actors[1])
        with acting(SYSTEM):
            AssistanceRequest.objects.filter(pk=self.request).update(clauses=["1"])
            self.number = plan_activity(self.plan(()), by=SYSTEM, at=AT)

    def plan(self, asked: tuple[str, ...]) -> ActivityDetails:
        days = (DAY, DAY)
        return ActivityDetails(
            "Course (sample)", "Judges know the law (sample).", "training", ("XSA",), (), asked, ("training",),
            self.chance.choice([("fr",), ("fr", "en")]), ("1", "4"), *days, "experts 100",
        )  # fmt: skip

    def prepare(self) -> None:
        """Do what leads to a delivery, in its order, but for a part that is forgotten by chance."""
        steps = [partial(self.step, REQUESTS, step, self.request) for step in ("acknowledge", "screen", "accept")]
        papers = [partial(self.add, one) for one in WHOLE]
        approve = partial(self.step, ACTIVITIES, "approve", self.number)
        deeds: list[Deed] = [*steps, self.change, *papers, self.fund, self.adopt, approve]
        for deed in deeds:
            if self.chance.random() < 0.97:
                self.try_it(deed, SYSTEM)

    def deeds(self) -> list[Deed]:
        """What can be tried now."""
        one = self.chance.choice
        step = one(["approve", "replan", "finish"])
        asked = one(["acknowledge", "screen", "accept", "accept", "withdraw"])
        cents = one([1_00, 100_00])
        return [
            partial(self.add, one([*WHOLE, *PART])),
            partial(self.step, ACTIVITIES, step, self.number),
            partial(self.add, one(PART)),
            partial(self.step, REQUESTS, asked, self.request),
            self.change,
            self.fund,
            lambda by: release(Part(f"A-{self.number}", "experts", cents, AT.date()), by=by, at=AT),
            lambda by: confirm_exception(self.number, self.exception(), by=by, at=AT),
            self.adopt,
        ]

    def add(self, paper: PaperDetails, by: Actor) -> None:
        add_paper(self.number, paper, Document(io.BytesIO(b"Sample."), "a.txt"), by=by, at=AT)

    def change(self, by: Actor) -> None:
        change_activity(self.number, self.plan((str(self.request),)), by=by, at=AT)

    def fund(self, by: Actor) -> None:
        fund_activity(self.number, by=by, at=AT)

    def adopt(self, by: Actor) -> None:
        record_adoption("E-RES-2007-18", ADOPTED, by=by, at=AT)

    def step(self, flow: Flow[Any], step: str, number: int, by: Actor) -> None:
        take_step(flow, step, number, by=by, at=AT, face=Face.WEB, reason="Because.")

    def exception(self) -> UUID:
        found = ActivityPaper.objects.filter(activity=self.number, kind="exception").first()
        if found is None:
            raise Refused
        return UUID(str(found.id))

    def go(self) -> bool:
        """Try something in somebody's name, then to deliver; return whether it is in delivery."""
        by = SYSTEM if self.chance.random() < 0.5 else self.chance.choice(self.actors)
        self.try_it(self.chance.choice(self.deeds()), by)
        self.try_it(partial(self.step, ACTIVITIES, "deliver", self.number), SYSTEM)
        return self.state() == "in_delivery"

    def try_it(self, deed: Deed, by: Actor) -> None:
        before = self.state()
        try:
            with transaction.atomic(), acting(by):
                deed(by)
        except (Refused, UnableTo, Overtaken, UnableToRecord):
            assert self.state() == before

    def state(self) -> str:
        with acting(SYSTEM):
            return Activity.objects.get(pk=self.number).state


ADOPTED = Outcome("A/RES/62/172", date(2007, 12, 18), "https://undocs.org/A/RES/62/172", is_verified=True)


def everybody() -> list[Actor]:
    """Return people of every role that comes near an activity, the focal point of its State first."""
    found = [people.person(f"Focal{code} F", role="focal_point", scope=("state", code)) for code in ("XSA", "XSB")]
    roles = ("programme_officer", "programme_officer", "finance_officer", "report_drafter", "administrator")
    found += [people.person(f"Person{place} P", role=role) for place, role in enumerate(roles)]
    return [one.actor for one in found]


def unmet(number: int) -> list[str]:
    """Return what is missing for a delivery, read from the rows by themselves and not by the gates of the product."""
    row = Activity.objects.get(pk=number)
    papers = list(ActivityPaper.objects.filter(activity=number).order_by("id"))
    asked = AssistanceRequest.objects.filter(pk__in=row.requests, state__in=["accepted", "in_delivery"])
    lines = LedgerLine.objects.filter(purpose=row.reference, account="committed")
    last = {one.about: one.answer for one in papers if one.kind == "contact"}
    excepted = any(one.kind == "exception" and one.confirmed_at and one.confirmed_by != one.made_by for one in papers)
    looked = [one.codes for one in papers if one.kind == "screening"]
    decided = {one.about for one in papers if one.kind == "decision"}
    adoption = Adoption.objects.order_by("id").last()
    found = {
        "request": {one.state_code for one in asked} >= set(row.states),
        "money": (lines.aggregate(sum=Sum("dollars"))["sum"] or 0) == 113_00,
        "bodies": excepted or all(last.get(body) == "agreed" for body in BODIES),
        "mandate": adoption is not None and adoption.is_verified,
        "law": bool(looked) and set(looked[-1]) == set(QUESTIONS),
        "decisions": decided == {"5", "6"},
        "languages": {one.language for one in asked} <= set(row.languages),
    }
    return [what for what, is_met in found.items() if not is_met]


def test_no_walk_by_whomever_reaches_delivery_with_a_gate_shut():
    small_record()
    load_shipped_mandates(at=AT)
    people.organisation()
    people.organisation("Ministry of Examplia (sample)", state="XSB")
    reached = 0
    with acting(SYSTEM):
        money.paid("XA-1", "5000", donor=money.donor(), fund=money.fund())
        actors = [SYSTEM, *everybody()]
    for walk in [Walk(seed, actors) for seed in range(WALKS)]:
        walk.prepare()
        for _step in range(STEPS):
            if walk.go():
                reached += 1
                with acting(SYSTEM):
                    assert unmet(walk.number) == []
                break
    assert reached
