"""The facts that ship, of all modules, lowest first."""

from datetime import datetime

from accede.modules.cooperation.services.shipped import load_shipped_cooperation
from accede.modules.mandates.services.shipped import load_shipped_mandates
from accede.modules.treaties.services.shipped import Loaded, load_shipped_facts


def load_everything(*, at: datetime) -> Loaded:
    """Bring every module's tables to what data/ says; return what the register's load did, changed if any did."""
    register = load_shipped_facts(at=at)
    load_shipped_mandates(at=at)
    beside = load_shipped_cooperation(at=at)
    return Loaded(changed=register.changed or beside, added=register.added, retracted=register.retracted)
