"""A mail server on this machine that keeps what it is given, and refuses what its addresses ask it to."""

import socketserver
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

_REFUSALS = {"unknown": "550 5.1.1 no such person", "later": "451 4.7.1 come again later"}


@dataclass
class MailServer:
    """What was taken: recipient and the whole letter, each time it was given."""

    port: int = 0
    taken: list[tuple[str, str]] = field(default_factory=list)

    def ids(self) -> list[str]:
        """Return the Message-ID of each letter taken, in order."""
        return [_header(letter, "message-id") for _to, letter in self.taken]


@contextmanager
def mail_server() -> Iterator[MailServer]:
    """Run one while the block lasts; an address whose name begins with “unknown” or “later” is refused so."""
    kept = MailServer()

    class Talk(socketserver.StreamRequestHandler):
        def handle(self) -> None:
            self._say("220 ready")
            recipient = ""
            while line := self.rfile.readline().decode("latin-1").strip():
                word = line.partition(" ")[0].upper()
                if word == "RCPT":
                    recipient = line.partition("<")[2].partition(">")[0]
                    refusal = next((told for name, told in _REFUSALS.items() if recipient.startswith(name)), "")
                    self._say(refusal or "250 ok")
                elif word == "DATA":
                    self._say("354 go on")
                    kept.taken.append((recipient, self._letter()))
                    self._say("250 ok")
                elif word == "QUIT":
                    self._say("221 bye")
                    return
                else:
                    self._say("250 ok")

        def _letter(self) -> str:
            lines: list[str] = []
            while (line := self.rfile.readline().decode()) not in {".\r\n", ""}:
                lines.append(line.rstrip("\r\n"))
            return "\n".join(lines)

        def _say(self, words: str) -> None:
            self.wfile.write(f"{words}\r\n".encode())

    class Server(socketserver.ThreadingTCPServer):
        allow_reuse_address = True
        daemon_threads = True

        def handle_error(self, *_client: object) -> None:
            """Say nothing of a client that was killed while it spoke."""

    with Server(("127.0.0.1", 0), Talk) as server:
        kept.port = server.server_address[1]
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        try:
            yield kept
        finally:
            server.shutdown()
            thread.join()


def _header(letter: str, name: str) -> str:
    lines = letter.partition("\n\n")[0].splitlines()
    return next((line.partition(":")[2].strip() for line in lines if line.lower().startswith(f"{name}:")), "")
