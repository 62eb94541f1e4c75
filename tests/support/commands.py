"""Commands as they are called: through the whole of `accede`, which also keeps what a command knows of its options."""

from click.testing import CliRunner, Result

from accede.site.cli import ROOT


def called(*words: str) -> Result:
    """Call `accede` with `words`."""
    return CliRunner().invoke(ROOT, words)
