"""The collector of messages reads what Django would translate."""

from tools.messages import Message, in_python, in_template


def test_python_is_read_under_whatever_name_the_mark_was_imported():
    source = """
from django.utils import translation
from django.utils.translation import gettext_lazy as lazy, ngettext, pgettext
# Translators: shown above the table.
A = lazy("Standing " "on %(day)s")
B = ngettext("%(n)s act", "%(n)s acts", number)
C = pgettext("button", "Open")
D = translation.gettext("Acts")
E = other("not marked")
"""

    assert list(in_python(source, "a.py")) == [
        Message("Standing on %(day)s", places=("a.py",), comments=("Translators: shown above the table.",)),
        Message("%(n)s act", plural="%(n)s acts", places=("a.py",)),
        Message("Open", context="button", places=("a.py",)),
        Message("Acts", places=("a.py",)),
    ]


def test_templates_are_read_with_blocks_plurals_filters_and_attributes_of_components():
    template = """{% translate "It's “so”" %}
{% blocktranslate trimmed count n=acts|length %}
  {{ n }} act
{% plural %}
  {{ n }} acts
{% endblocktranslate %}
<c-table :caption="_('Acts')" note="{% translate 'By day' %}" /> {{ x|default:_("none") }}"""

    found = {(message.text, message.plural) for message in in_template(template, "a.html")}

    assert found == {("It's “so”", ""), ("%(n)s act", "%(n)s acts"), ("Acts", ""), ("By day", ""), ("none", "")}
