"""`completion`: the script that makes a shell complete commands and options."""

import click
from click.shell_completion import get_completion_class

SHELLS = ("bash", "zsh", "fish")


_HELP = """Print the completion script for a shell.

\b
bash:  accede completion bash > ~/.local/share/bash-completion/completions/accede
zsh:   accede completion zsh > ~/.zfunc/_accede
fish:  accede completion fish > ~/.config/fish/completions/accede.fish
"""


@click.command(help=_HELP)
@click.argument("shell", type=click.Choice(SHELLS))
@click.pass_context
def completion(ctx: click.Context, shell: str) -> None:
    """Print the completion script for a shell."""
    root = ctx.find_root()
    kind = get_completion_class(shell)
    name = root.info_name or "accede"
    if kind is None:
        raise click.UsageError(f"There is no completion for {shell}.")
    variable = f"_{name.replace('-', '_').upper()}_COMPLETE"
    # `source()` of bash would ask for bash itself, to learn its version; the script is the same for all that matter.
    script = kind(root.command, {}, name, variable)
    click.echo(script.source_template % script.source_vars())
