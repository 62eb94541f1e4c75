"""What can happen to stored files."""

from django.utils.translation import gettext_lazy as _

from accede.foundation.access import Level, Scope
from accede.foundation.audit import EventType, Subject
from accede.foundation.files.models import StoredFile

FILE_DELETED = EventType("files.deleted", _("%(who)s deleted the file %(file)s, because: %(because)s"))
FILE_OPENED = EventType("files.opened", _("%(who)s opened the file %(file)s."), is_reading=True)


def file_subject(row: StoredFile) -> Subject:
    """Return a file as the thing that an event is about: whoever may have it reads of it."""
    return Subject("file", str(row.id), level=Level(row.level), owner=Scope.read(row.owner), readers=tuple(row.readers))
