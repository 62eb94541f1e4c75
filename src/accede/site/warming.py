"""What pages would have to wait for is read beforehand.

The register is needed for the first page of all, whichever it is: the process of which all workers are copies reads
it. What cooperation rests on takes seconds; it waits in the background until a first request has been answered.
"""

import logging
import threading
from collections.abc import Callable
from typing import Any

from django.core.signals import request_finished
from django.db import connection

from accede.foundation import clock
from accede.foundation.access import ANONYMOUS
from accede.foundation.access.acting import acting

_UID = "accede.warming"
logger = logging.getLogger(__name__)


def warm_after_first_request(work: Callable[[], object] | None = None) -> None:
    """Have `work` done by a thread of its own once a first request has been answered; by default the snapshot read."""

    def begin(**_signal: Any) -> None:
        if request_finished.disconnect(dispatch_uid=_UID):
            threading.Thread(target=_do, args=(work or read_snapshot,), name="warming", daemon=True).start()

    request_finished.connect(begin, weak=False, dispatch_uid=_UID)


def read_register() -> None:
    """Read the register as it is known now, with what follows from it."""
    from accede.modules.treaties.queries.register import current_register  # noqa: PLC0415  (needs the apps)

    with acting(ANONYMOUS):
        register = current_register()
    _standing = register.timelines, register.curves
    # A name that there is not is looked for among all, as the search does with each word of a question.
    _names = register.finder.state("–"), register.finder.naming.all_names


def read_snapshot() -> None:
    """Read what opinions, network and plans rest on, as a visitor may see it, and make the plan that most ask for."""
    from accede.modules.cooperation.queries.plans import USUAL, plan_for_visitors  # noqa: PLC0415  (needs the apps)
    from accede.modules.cooperation.queries.snapshot import current_cooperation  # noqa: PLC0415  (needs the apps)

    with acting(ANONYMOUS):
        snapshot = current_cooperation()
    today = clock.today()
    plan_for_visitors(snapshot, today, count=USUAL, today=today)


def _do(work: Callable[[], object]) -> None:
    try:
        work()
    except Exception:
        # Whoever asks first will wait, and be told what is wrong.
        logger.warning("What pages of cooperation rest on could not be read beforehand", exc_info=True)
    finally:
        connection.close()
