"""The letters of a test, as a mail server has taken them: what waits in the outbox is sent whenever somebody looks."""

from collections.abc import Sequence
from typing import Any, overload

from django.core import mail
from django.core.mail import EmailMessage

from accede.foundation.outbox.delivering import deliver_waiting


class Letters(Sequence[EmailMessage]):
    """All letters sent so far."""

    @overload
    def __getitem__(self, index: int) -> EmailMessage: ...

    @overload
    def __getitem__(self, index: slice) -> Sequence[EmailMessage]: ...

    def __getitem__(self, index: Any) -> Any:
        return self._sent()[index]

    def to(self, address: str) -> EmailMessage:
        """Return the only letter to an address; those of one moment come in any order."""
        (found,) = (letter for letter in self._sent() if letter.to == [address])
        return found

    def __len__(self) -> int:
        return len(self._sent())

    def __eq__(self, other: object) -> bool:
        return self._sent() == other

    __hash__ = None  # type: ignore[assignment]  # (as of a list)

    def _sent(self) -> list[EmailMessage]:
        while deliver_waiting():
            pass
        sent: list[EmailMessage] = mail.outbox
        return sent
