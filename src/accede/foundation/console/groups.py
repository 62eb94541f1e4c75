"""Groups of commands that are loaded only when one of them is called, so that help is there at once."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from importlib import import_module

import click

from accede.foundation.console import startup

OPERATOR = "operator"


@dataclass(frozen=True, slots=True)
class Command:
    """Where a command lives ("package.module:name"), the line that help shows for it, and for whom it opens.

    `apps`: the apps whose tables it reads; without them, all are set up, which takes most of a second.

    `opens_to`: who may start it. So far that is always OPERATOR, whoever may start programs on this machine; but a
    command that does not say so is refused, as a page is.
    """

    place: str
    summary: str
    needs_django: bool = True
    apps: Collection[str] = ()
    opens_to: str = ""


class LazyGroup(click.Group):
    """A group whose commands are named beforehand and read when they are needed."""

    def __init__(self, name: str, commands: Mapping[str, Command], *, summary: str, epilogue: str = "") -> None:
        super().__init__(name=name, help=summary, epilog=epilogue, context_settings=_CONTEXT)
        if undeclared := [word for word, command in commands.items() if command.opens_to != OPERATOR]:
            raise ValueError(f"these commands of “{name}” do not say for whom they open: {', '.join(undeclared)}")
        self._places = dict(commands)

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names in the order in which they were given: the most used first."""
        return [*self._places, *(name for name in super().list_commands(ctx) if name not in self._places)]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Read the command of that name."""
        found = self._places.get(cmd_name)
        if found is None:
            return super().get_command(ctx, cmd_name)
        module, _, name = found.place.partition(":")
        with startup.reading_the_program():
            if found.needs_django:
                startup.set_up(found.apps)
            command = getattr(import_module(module), name)
        if not isinstance(command, click.Command):
            raise TypeError(f"{found.place} is not a command")
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command called; for a name that is none, say which ones are near."""
        try:
            return super().resolve_command(ctx, args)
        except click.NoSuchCommand as error:
            raise click.NoSuchCommand(error.command_name, possibilities=self.list_commands(ctx), ctx=ctx) from None

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the list of commands from what is known beforehand, reading none of them."""
        rows = [(name, place.summary) for name, place in self._places.items()]
        rows += [
            (name, command.get_short_help_str(limit=100))
            for name in super().list_commands(ctx)
            if (command := self.commands.get(name)) is not None
        ]
        with formatter.section("Commands"):
            formatter.write_dl(rows)


def version_option() -> click.Option:
    """Return --version, which looks the version up only when it is asked for."""

    def answer(ctx: click.Context, _option: click.Parameter, is_asked: bool) -> None:  # noqa: FBT001  (as click calls it)
        if is_asked and not ctx.resilient_parsing:
            from importlib import metadata  # noqa: PLC0415  (reads half of the standard library's mail package)

            click.echo(metadata.version("accede"))
            ctx.exit()

    return click.Option(
        ["--version"],
        is_flag=True,
        expose_value=False,
        is_eager=True,
        callback=answer,
        help="Show the version and exit.",
    )


_CONTEXT = {"help_option_names": ["-h", "--help"], "max_content_width": 100}
