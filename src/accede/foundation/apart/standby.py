"""A process that has read the program and stands by: each question is answered by a copy of it, which is there at once.

The web server makes it before its workers, which inherit the way to it. Nobody else can reach it, and it ends when the
last of them has gone. Where there is none (a command, a test), a process is begun for each question.
"""

import os
import signal
import socket

from accede.foundation.apart.answering import answered

_AT_ONCE = 1 << 16
_HERE = b"!"
"""What a copy says first: without it, there is none, and the question was not heard."""


class _Way:
    """How this process reaches the one that stands by, if there is one."""

    to: socket.socket | None = None


def stand_by() -> None:
    """Make the process that stands by, a copy of this one, in which no other thread may run that holds a lock."""
    ours, its = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
    if os.fork() == 0:
        ours.close()
        _wait_for_questions(its)
    its.close()
    _Way.to = ours


def asked(question: bytes, *, patience: float) -> bytes | None:
    """Return the answer of a copy of the process that stands by, empty where it found none; None: nobody stands by.

    Raises:
        TimeoutError: there was no answer in `patience` seconds.
    """
    if _Way.to is None:
        return None
    ours, its = socket.socketpair()
    with ours:
        ours.settimeout(patience)
        try:
            with its:
                socket.send_fds(_Way.to, [b"?"], [its.fileno()])
            is_heard = ours.recv(1) == _HERE
        except ConnectionError:
            is_heard = False
        if not is_heard:
            # It was killed; the product goes on without it.
            _Way.to = None
            return None
        try:
            ours.sendall(question)
            ours.shutdown(socket.SHUT_WR)
            return _all_of(ours)
        except ConnectionError:
            return b""


def _all_of(way: socket.socket) -> bytes:
    pieces = []
    while piece := way.recv(_AT_ONCE):
        pieces.append(piece)
    return b"".join(pieces)


def _wait_for_questions(way: socket.socket) -> None:
    """Make a copy of this process for each question; end when nobody is left who could ask."""
    # Ctrl-C goes to every process of the terminal; the others end first. Nobody waits for a copy that has ended.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)
    while True:
        word, descriptors, _flags, _address = socket.recv_fds(way, 1, 1)
        if not word:
            os._exit(0)
        for descriptor in descriptors:
            with socket.socket(fileno=descriptor) as asker:
                if os.fork() == 0:
                    way.close()
                    _answer(asker)


def _answer(asker: socket.socket) -> None:
    status = 1
    try:
        signal.signal(signal.SIGCHLD, signal.SIG_DFL)
        asker.sendall(_HERE)
        if (answer := answered(_all_of(asker))) is not None:
            asker.sendall(answer)
            status = 0
    finally:
        # Nothing that the copied process would do at its end is to be done here.
        os._exit(status)
