"""Codes of requests and their words in the reader's language."""

from collections.abc import Mapping

from django.conf import settings
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from accede.core.assistance.requests import RequestState
from accede.foundation.fields import Named, Words

KINDS: Mapping[str, Words] = {
    "joining": _("Joining the instruments"),
    "legislation": pgettext_lazy("kind of request", "Legislation"),
    "treaties": _("Treaties on cooperation and their negotiation"),
    "central_authorities": _("Central authorities"),
    "training": pgettext_lazy("kind of request", "Training"),
    "tools": pgettext_lazy("kind of request", "Tools and publications"),
    "rule_of_law": pgettext_lazy("kind of request", "Rule of law"),
    "financing": _("Compliance against laundering and the financing of terrorism"),
}
RECOMMENDATIONS: Mapping[str, Words] = {
    "5": _("5: offence of financing terrorism"),
    "6": _("6: targeted financial sanctions"),
    "36": _("36: international instruments"),
    "37": _("37: mutual legal assistance"),
    "38": _("38: freezing and confiscation at the request of others"),
    "39": _("39: extradition"),
    "40": _("40: other forms of cooperation"),
}
"""The recommendations of the Financial Action Task Force that bear on terrorism and on cooperation."""
CHANNELS: Mapping[str, Words] = {
    "form": _("Form of this site"),
    "note_verbale": _("Note verbale"),
    "letter": pgettext_lazy("channel", "Letter"),
    "e_mail": pgettext_lazy("channel", "E-mail"),
    "mission": pgettext_lazy("channel", "Mission"),
}
PAPERS: Mapping[str, Words] = {key: words for key, words in CHANNELS.items() if key != "form"}
"""How a request comes that an officer registers."""
LANGUAGES: Mapping[str, Words] = dict(settings.LANGUAGES)
STATES: Mapping[str, Words] = {
    RequestState.DRAFT.value: pgettext_lazy("request", "Draft"),
    RequestState.RECEIVED.value: pgettext_lazy("request", "Received"),
    RequestState.ACKNOWLEDGED.value: pgettext_lazy("request", "Acknowledged"),
    RequestState.SCREENED.value: pgettext_lazy("request", "Screened"),
    RequestState.ACCEPTED.value: pgettext_lazy("request", "Accepted"),
    RequestState.DEFERRED.value: pgettext_lazy("request", "Deferred"),
    RequestState.DECLINED.value: pgettext_lazy("request", "Declined"),
    RequestState.IN_DELIVERY.value: pgettext_lazy("request", "In delivery"),
    RequestState.COMPLETED.value: pgettext_lazy("request", "Completed"),
    RequestState.FOLLOWED_UP.value: pgettext_lazy("request", "Followed up"),
    RequestState.CLOSED.value: pgettext_lazy("request", "Closed"),
    RequestState.WITHDRAWN.value: pgettext_lazy("request", "Withdrawn"),
    RequestState.JOINED.value: pgettext_lazy("request", "Joined to another"),
}
STATE = Named("state", _("Where it is"), STATES)
WAITS_FOR: Mapping[str, Words] = {
    "writer": _("Whoever writes it"),
    "programme": _("The programme"),
    "state": _("The State or organisation that asks"),
    "delivery": _("An activity that delivers it"),
    "nobody": _("Nobody"),
}
