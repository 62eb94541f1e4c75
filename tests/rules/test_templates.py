"""Templates hold structure and words; looks are in style sheets, behaviour in modules; the gallery shows each part."""

import re
from collections.abc import Iterable, Iterator

import pytest

from tests.rules import codebase

_COMMENT = re.compile(r"{#.*?#}|{% comment .*?endcomment %}|<!--.*?-->", re.DOTALL)
_INLINE = {
    "style attribute": re.compile(r"<[^>]*\sstyle\s*="),
    "style element": re.compile(r"<style\b"),
    "script in the page": re.compile(r"<script\b(?![^>]*\bsrc=)(?![^>]*type=\"application/(?:ld\+)?json\")"),
    "event attribute": re.compile(r"<[^>]*\son\w+\s*="),
    "script address": re.compile(r"javascript:"),
}
_BEHAVIOUR = re.compile(r"""data-behaviour=["']([^"'{]+)["']""")
_COMPONENT = re.compile(r"<c-([\w.-]+)")


def inline(template: str, name: str) -> Iterator[str]:
    """Yield what the content-security policy would refuse."""
    text = _COMMENT.sub("", template)
    for what, pattern in _INLINE.items():
        if pattern.search(text):
            yield f"{name}: {what}"


def behaviours(texts: Iterable[str]) -> set[str]:
    """Return the behaviours that templates ask for."""
    return {word for text in texts for value in _BEHAVIOUR.findall(text) for word in value.split()}


def component_tag(path_below_cotton: str) -> str:
    """Return the tag under which a component is used: "a/b_c.html" is <c-a.b-c>."""
    return path_below_cotton.removesuffix(".html").replace("/index", "").replace("/", ".").replace("_", "-")


def test_templates_hold_no_inline_style_or_script():
    found = [line for path in codebase.templates() for line in inline(path.read_text("utf-8"), codebase.name_of(path))]

    assert found == []


@pytest.mark.parametrize(
    "bad",
    [
        '<p style="color: red">',
        "<style>p {}</style>",
        "<script>alert(1)</script>",
        '<a onclick="go()">',
        '<a href="javascript:go()">',
    ],
)
def test_the_rule_sees(bad):
    assert len(list(inline(bad, "a.html"))) == 1


def test_the_rule_lets_a_module_pass():
    assert list(inline('<script type="module" src="/static/a.js"></script>', "a.html")) == []


def test_every_behaviour_has_its_module():
    asked = behaviours(path.read_text("utf-8") for path in codebase.templates())
    modules = {path.stem for path in codebase.files(".js", ".mjs", below=codebase.PACKAGE)}

    assert asked - modules == set()


def test_a_behaviour_without_a_module_would_be_seen():
    assert behaviours(['<form data-behaviour="day-slider keep">']) == {"day-slider", "keep"}


def test_every_component_is_shown_in_the_gallery():
    components = {
        component_tag(path.as_posix().split("/cotton/")[1]) for path in codebase.templates() if "cotton" in path.parts
    }
    gallery = [path for path in codebase.templates() if "design" in path.stem or "design" in path.parts]
    shown = {tag for path in gallery for tag in _COMPONENT.findall(path.read_text("utf-8"))}

    assert components - shown == set()


def test_a_component_has_the_tag_that_cotton_gives_it():
    assert component_tag("table.html") == "table"
    assert component_tag("day_form.html") == "day-form"
    assert component_tag("chart/curve.html") == "chart.curve"
