import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.machines import Machine


@pytest.fixture
def folder() -> Iterator[Path]:
    """A folder that every account of the machine may pass through (pytest's own are closed to all but one)."""
    made = Path(tempfile.mkdtemp(prefix="accede-test-"))
    made.chmod(0o755)
    yield made
    shutil.rmtree(made)


@pytest.fixture
def machine(folder: Path) -> Iterator[Machine]:
    """A state folder of its own, in which nothing has been started yet."""
    made = Machine(folder / "state")
    yield made
    made.clear()
