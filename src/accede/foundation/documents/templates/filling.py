"""Values put into a template, in a process apart: only marks are run, and only values of fields are seen by them."""

import io
from typing import Any

from jinja2 import Environment, StrictUndefined, nodes
from jinja2.sandbox import ImmutableSandboxedEnvironment

#: What marks become. Whatever else a template held by some trick would be another node, and is not run.
_UNDERSTOOD = (
    *(nodes.Template, nodes.Output, nodes.TemplateData, nodes.Name, nodes.Getattr, nodes.For, nodes.If, nodes.Not),
)


class NotAMark(Exception):  # noqa: N818  (a judgement on a template)
    """A template holds something that is no mark."""


class _Marks(ImmutableSandboxedEnvironment):
    """Runs marks and nothing else."""

    def compile(self, source: Any, *args: Any, **options: Any) -> Any:
        """Look at what is to be run before it is."""
        tree = self.parse(source) if isinstance(source, str) else source
        for node in tree.find_all(nodes.Node):
            if not isinstance(node, _UNDERSTOOD) or (isinstance(node, nodes.Getattr) and node.attr.startswith("_")):
                raise NotAMark(type(node).__name__)
        return super().compile(source, *args, **options)


def fill(template: bytes, values: dict[str, Any]) -> bytes:
    """Return the template with the values in place of its marks.

    Raises:
        NotAMark: it holds something else that would be run.
    """
    from docxtpl import DocxTemplate  # noqa: PLC0415  (in this process only)

    document = DocxTemplate(io.BytesIO(template))
    environment: Environment = _Marks(autoescape=True, undefined=StrictUndefined)
    document.render(values, environment, autoescape=True)
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()
