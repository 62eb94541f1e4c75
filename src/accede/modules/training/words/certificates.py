"""The certificate of a participant as a document, in the participant's language, of the words that were kept."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from django.utils import translation
from django.utils.formats import number_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from accede.foundation.documents.tree import Block, Document, Paragraph, Run, said
from accede.foundation.texts import format_day, isolated


def certificate_tree(number: str, issued_on: date, words: Mapping[str, Any], *, address: str) -> Document:
    """Return a certificate as the file shows it; `address`: where anybody can check it."""
    language = words["language"]
    with translation.override(language):
        days = [format_day(date.fromisoformat(words[one]), language) for one in ("first_day", "last_day")]
        where = [words["place"], " – ".join(dict.fromkeys(days))]
        hours = Decimal(words["hours"])
        present = ngettext("Present for %(hours)s hour", "Present for %(hours)s hours", int(hours) or 1)
        told = {"hours": number_format(hours)}
        check = _("Anybody can check it here, and learns no more than you allow:")
        blocks: list[Block] = [
            Paragraph(said(_("This certifies that"))),
            Paragraph(said(Run(words["name"], bold=True))),
            Paragraph(said(_("took part in"))),
            Paragraph(said(Run(words["title"], bold=True))),
            *(Paragraph(said(line)) for line in where if line),
            Paragraph(said(present % told)),
            Paragraph(said(_("Issued on %(day)s") % {"day": format_day(issued_on, language)})),
            Paragraph(said(_("Number"), ": ", number)),
            Paragraph(said(check)),
            Paragraph(said(Run(isolated(address), address=address))),
        ]
        return Document(title=_("Certificate of participation"), language=language, blocks=tuple(blocks))
