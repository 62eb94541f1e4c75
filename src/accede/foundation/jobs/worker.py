"""The worker: does the queued jobs one after another, and brings back those whose worker died.

A worker gives a sign of life every few seconds. A job that is being done by a worker without one is queued again.
"""

import asyncio
import contextlib
import logging
from dataclasses import dataclass

from procrastinate.contrib.django import app
from procrastinate.exceptions import ConnectorException

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Rhythm:
    """How often a worker gives a sign of life, and after how many seconds without one it counts as dead."""

    sign_every: float = 5
    dead_after: float = 20


async def work(rhythm: Rhythm | None = None) -> None:
    """Do jobs until told to stop (SIGINT, SIGTERM); what is being done then is finished first."""
    rhythm = rhythm or Rhythm()
    with app.replace_connector(app.connector.get_worker_connector()) as queue:  # type: ignore[attr-defined]
        async with queue.open_async():
            bringing_back = asyncio.create_task(_bring_back(rhythm))
            try:
                await queue.run_worker_async(
                    delete_jobs="successful",
                    update_heartbeat_interval=rhythm.sign_every,
                    stalled_worker_timeout=rhythm.dead_after,
                )
            finally:
                bringing_back.cancel()
                with contextlib.suppress(asyncio.CancelledError):
                    await bringing_back


async def _bring_back(rhythm: Rhythm) -> None:
    while True:
        try:
            for job in await app.job_manager.get_stalled_jobs(seconds_since_heartbeat=rhythm.dead_after):
                logger.warning("job %s (%s) lost its worker and is queued again", job.id, job.task_name)
                await app.job_manager.retry_job(job)
        except ConnectorException:
            logger.warning("the database did not answer; lost jobs are looked for again soon")
        await asyncio.sleep(rhythm.sign_every)
