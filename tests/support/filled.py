"""Fill an installation with a little of everything that people leave in one: ``python -m tests.support.filled``.

Over a state folder of its own (ACCEDE_HOME), with the settings of one's own machine. What it writes is invented.
"""

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import django

if TYPE_CHECKING:
    from accede.foundation.access import Actor

EMAIL = "selma@example.org"
LIST = """instrument,state,kind,on,source,subject
FINANCING-1999,FRA,declaration,2010-01-01,accede-research-2026,sample one
FINANCING-1999,FRA,declaration,2010-01-02,accede-research-2026,sample two
HOSTAGES-1979,CHN,accession,1993-01-27,accede-research-2026,
"""
CORRECTED = LIST.replace("1993-01-27", "1993-01-26")


def main() -> None:
    """Fill the installation; say the keys of what was made."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "accede.site.settings.local")
    from accede.foundation import database  # noqa: PLC0415  (reads ACCEDE_HOME)

    database.ensure_running()
    django.setup()
    from accede.foundation import clock  # noqa: PLC0415  (needs Django set up)
    from accede.foundation.access import SYSTEM  # noqa: PLC0415  (as above)
    from accede.foundation.access.acting import acting  # noqa: PLC0415  (as above)
    from accede.site.facts import load_everything  # noqa: PLC0415  (as above)

    with database.as_owner():
        database.migrate_under_lock()
        load_everything(at=clock.now())
        with acting(SYSTEM, confined=False):
            fill()


def fill() -> None:
    """Bring in people with a second factor, roles, a saved scenario, a resolution, a list twice, and a job begun.

    The sample programme brings requests, letters, a question, a visit with its consent, needs, activities and money, an
    outcome with its lesson, and a way to joining.
    """
    from accede.foundation import clock  # noqa: PLC0415  (as above)
    from accede.foundation.access import SYSTEM  # noqa: PLC0415  (as above)
    from accede.foundation.audit import checkpoints  # noqa: PLC0415  (as above)
    from accede.modules.cooperation.fields.scenarios import ScenarioDetails  # noqa: PLC0415  (as above)
    from accede.modules.cooperation.services.saved_scenarios import save_scenario  # noqa: PLC0415  (as above)
    from accede.modules.identity.fields.sharing import Sharing  # noqa: PLC0415  (as above)
    from accede.modules.mandates.services.document_lines import document_of  # noqa: PLC0415  (as above)
    from accede.modules.mandates.services.importing import apply_import, preview_import  # noqa: PLC0415  (as above)
    from accede.site.sample_programme import make_sample_programme  # noqa: PLC0415  (as above)
    from tests.core.mandates.texts import LIGHTHOUSES  # noqa: PLC0415  (as above)
    from tests.factories import money, people  # noqa: PLC0415  (as above)

    checkpoints.signing_key()
    ministry = people.organisation()
    selma = people.person("Selma Sample", acts_for=ministry, role="focal_point", scope=("state", "XSA")).with_app()
    officer = people.person("Otto Sample", role="programme_officer").with_app()
    scenario = ScenarioDetails("First idea", "extradition", "CZE FINANCING-1999", Sharing(ministry))
    save_scenario(scenario, by=selma.actor, at=clock.now())
    money.paid("XA-1", "1000", donor=money.donor(), fund=money.fund())
    make_sample_programme(at=clock.now())
    consult()
    preview = preview_import(document_of(LIGHTHOUSES.encode(), name="sample.txt"))
    apply_import(preview, by=SYSTEM, at=clock.now())
    issue_report(officer.actor)
    bring_list(LIST, officer.actor)
    bring_list(CORRECTED, officer.actor)
    begin_job()


def issue_report(officer: "Actor") -> None:
    """Leave a report that was issued, and another one in which somebody is writing."""
    from datetime import date  # noqa: PLC0415  (see `main`)

    from accede.foundation import clock  # noqa: PLC0415  (as above)
    from accede.foundation.access import SYSTEM  # noqa: PLC0415  (as above)
    from accede.foundation.audit import Face  # noqa: PLC0415  (as above)
    from accede.foundation.workflow.stepping import take_step  # noqa: PLC0415  (as above)
    from accede.modules.reporting.fields.reports import HeadDetails, ReportDetails  # noqa: PLC0415  (as above)
    from accede.modules.reporting.services.drafting import begin_report, change_head  # noqa: PLC0415  (as above)
    from accede.modules.reporting.services.editing import Entry, Written, keep_writing  # noqa: PLC0415  (as above)
    from accede.modules.reporting.services.flow import REPORTS  # noqa: PLC0415  (as above)
    from accede.modules.reporting.services.freezing import freeze_figures  # noqa: PLC0415  (as above)

    wanted = ReportDetails("implementation", date(2007, 1, 1), date(2008, 12, 31), date(2009, 3, 31))
    first, second = (begin_report(wanted, by=SYSTEM, at=clock.now()) for _number in range(2))
    change_head(first, HeadDetails(languages=("en",)), by=SYSTEM, at=clock.now())
    freeze_figures(first, by=SYSTEM, at=clock.now())
    for step in ("review", "clear", "issue"):
        take_step(REPORTS, step, first, by=officer, at=clock.now(), face=Face.WEB)
    keep_writing(second, Written(0, "en", 1, (Entry("", "Not saved (sample)."),)), by=officer, at=clock.now())


def consult() -> None:
    """Consult a body about the visit of the sample programme: its letter is sent."""
    from accede.foundation.access import SYSTEM  # noqa: PLC0415  (see `main`)
    from accede.modules.assessments.queries.made import assessments_made  # noqa: PLC0415  (as above)
    from tests.factories import consultations, people  # noqa: PLC0415  (as above)

    office = consultations.office(people.organisation("Directorate (sample)", state=""))
    consultations.sent(office, assessments_made(SYSTEM, "XSA")[0].number)


def bring_list(text: str, second: "Actor") -> None:
    """Import a list of acts as two persons do on a page: the file is kept, and a second person confirms it."""
    from accede.foundation import clock, files  # noqa: PLC0415  (see `main`)
    from accede.foundation.access import SYSTEM  # noqa: PLC0415  (as above)
    from accede.foundation.audit import Face  # noqa: PLC0415  (as above)
    from accede.foundation.imports import Bringing  # noqa: PLC0415  (as above)
    from accede.foundation.workflow.stepping import take_step  # noqa: PLC0415  (as above)
    from accede.modules.treaties.services.import_acts import (  # noqa: PLC0415  (as above)
        ACTS_PROPOSED,
        Given,
        import_acts,
    )

    path = Path(os.environ["ACCEDE_HOME"]) / "list.csv"
    path.write_text(text, encoding="utf-8")
    with path.open("rb") as stream:
        _size, digest = files.measure(stream)
        files.keep(stream, digest)
    place = files.at_hand(digest) or path
    outcome = import_acts(place, Given(), Bringing(SYSTEM, Face.WEB, clock.now(), "list.csv"))
    path.unlink()
    if outcome.proposed is None:
        sys.exit(f"the list was not taken: {outcome}")
    take_step(ACTS_PROPOSED, "confirm", outcome.proposed, by=second, at=clock.now(), face=Face.WEB)


def begin_job() -> None:
    """Leave a job as a worker leaves it that is killed: begun, and never done."""
    from django.db import connection  # noqa: PLC0415  (see `main`)

    with connection.cursor() as cursor:
        cursor.execute(
            "insert into procrastinate_workers (last_heartbeat) values (now() + interval '1 day') returning id"
        )
        worker = cursor.fetchone()[0]
        cursor.execute(
            "insert into procrastinate_jobs (queue_name, task_name, args, status, worker_id)"
            " values ('default', 'identity.forget-ended-sessions', '{\"timestamp\": 0}', 'doing', %s)",
            [worker],
        )


if __name__ == "__main__":
    main()
