"""Which rule sets the time that each side has, where it is written, and whether that was read."""

from django.utils.translation import gettext as _

from accede.core.assessments.clocks import RuleSet
from accede.foundation.texts import isolated


def rules_told(rules: RuleSet | None) -> str:
    """Return where the times come from, as a sentence."""
    if rules is None:
        return _("No rule is known that sets times for this visit or desk review.")
    words = (
        _("The times come from: %(source)s.")
        if rules.is_verified
        else _("The times come from: %(source)s. That text itself was not read: not verified.")
    )
    return words % {"source": isolated(rules.source)}
