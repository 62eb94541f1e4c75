"""What the laws of States say, in words."""

from django.utils.translation import gettext as _

from accede.core.cooperation.national_rules import Nationals, Needs


def needs_words(needs: Needs) -> str:
    """Return whether a State makes extradition conditional on a treaty."""
    words = {
        Needs.YES: _("Yes"),
        Needs.NO: _("No"),
        Needs.PARTLY: _("In some cases"),
        Needs.NOT_KNOWN: _("Not known"),
    }
    return words[needs]


def nationals_words(nationals: Nationals) -> str:
    """Return whether a State extradites its nationals."""
    words = {
        Nationals.YES: _("Yes"),
        Nationals.NO: _("No"),
        Nationals.PARTLY: _("In some cases"),
        Nationals.NOT_KNOWN: _("Not known"),
    }
    return words[nationals]
