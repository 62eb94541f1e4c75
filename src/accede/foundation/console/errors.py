"""Ways in which a command can end other than well."""

from collections.abc import Iterable

import click

EXIT_FINE = 0
EXIT_NO = 1
EXIT_USAGE = 2
EXIT_ENVIRONMENT = 3
EXIT_INTERRUPTED = 130


class NoAnswer(click.ClickException):
    """The answer is no, or problems were found; they have been printed, so there may be nothing more to say."""

    exit_code = EXIT_NO

    def __init__(self, message: str = "") -> None:
        super().__init__(message)


class Refused(click.UsageError):
    """What was asked cannot be; `nearest` names what may have been meant."""

    def __init__(self, message: str, nearest: Iterable[str] = (), introduction: str = "") -> None:
        names = tuple(nearest)
        super().__init__(f"{message} {introduction} {', '.join(names)}" if names else message)
