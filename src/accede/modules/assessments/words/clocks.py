"""Which rule sets the time that each side has, where it is written, and whether that was read."""

from django.utils.translation import gettext as _

from accede.core.assessments.clocks import RuleSet


def rules_told(rules: RuleSet | None) -> str:
    """Return where the times come from, as a sentence."""
    if rules is None:
        return _("No rule is known that sets times for this visit or desk review.")
    if rules.is_verified:
        return _("The times come from: %(source)s.") % {"source": rules.source}
    return _("The times come from: %(source)s. That text itself was not read: not verified.") % {"source": rules.source}
