"""What commands about mandates are asked: a symbol or reference, with those near it where there is none."""

from django.utils.translation import gettext as _

from accede.foundation.console import Refused
from accede.foundation.texts import nearest
from accede.modules.mandates.queries.mandates import MandateLine, known_references, mandate_at


def asked_mandate(text: str) -> MandateLine:
    """Return the mandate of a symbol or reference.

    Raises:
        Refused: there is none; the nearest are named.
    """
    found = mandate_at(text.strip())
    if found is None:
        references = known_references()
        near = [references[one] for one in nearest(text.strip().replace("/", "-")[:80], references)]
        raise Refused(_("The record holds no mandate “%(text)s”.") % {"text": text[:60]}, near, _("Perhaps:"))
    return found


def asked_text(line: MandateLine) -> int:
    """Return the number of the imported reading of a mandate.

    Raises:
        Refused: its text has not been imported.
    """
    if line.imported_id is None:
        raise Refused(
            _("The text of %(symbol)s is not in the record. Bring it in with: accede mandates import FILE --apply")
            % {"symbol": line.symbol}
        )
    return line.imported_id
