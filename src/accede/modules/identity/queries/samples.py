"""Whether an installation has the sample programme."""

from accede.foundation.access import SYSTEM
from accede.foundation.access.acting import acting
from accede.modules.identity.models import Person


def holds_samples() -> bool:
    """Return whether what this installation holds of its own is, or may be, invented."""
    with acting(SYSTEM):
        return Person.objects.filter(is_sample=True).exists()
