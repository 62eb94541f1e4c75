"""The facts that ship, of all modules, lowest first; and the index of what can be found, which follows from them."""

import hashlib
from datetime import datetime

from accede import data
from accede.foundation.search.kinds import kinds
from accede.foundation.search.rebuilding import rebuild_unless_made_of
from accede.modules.cooperation.services.shipped import load_shipped_cooperation
from accede.modules.mandates.services.shipped import load_shipped_mandates
from accede.modules.treaties.services.shipped import Loaded, load_shipped_facts
from accede.site.preparing import words_of_catalogues

MADE_ANEW = "1"
"""Another number where entries are made otherwise than before though facts, words and kinds are the same."""


def load_everything(*, at: datetime) -> Loaded:
    """Bring every module's tables to what data/ says; return what the register's load did, changed if any did."""
    register = load_shipped_facts(at=at)
    load_shipped_mandates(at=at)
    beside = load_shipped_cooperation(at=at)
    rebuild_unless_made_of(_made_of())
    return Loaded(changed=register.changed or beside, added=register.added, retracted=register.retracted)


def _made_of() -> str:
    """Return a digest of what the index follows from, but for what people write, which is kept up as they do."""
    parts = [MADE_ANEW, data.fingerprint(), words_of_catalogues(), *(kind.key for kind in kinds())]
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()
