"""Fields of what users see, each declared once, and what follows from that in every face.

A declaration names a field, its label, what a thing has in it, and what is needed beyond: the column of the table, its
codes and their words, where it comes from, who may see it, how people fill it in. Columns of lists and files, rows of
a detail, properties of the API, fields of forms, options of commands and labels of the record are made of it.

A field stands in the module's `fields/`, beside the plain facts that it is read from: above the tables, below
everything that asks or tells. Nothing here may know a word of the programme.
"""

from accede.foundation.fields.field import Entry, Field, Named, Value, Words, fields_for
from accede.foundation.fields.given import Given, problems_of, values_of
from accede.foundation.fields.multilingual import MultilingualField, Texts
from accede.foundation.fields.showing import ShownField, shown_fields

__all__ = [
    "Entry",
    "Field",
    "Given",
    "MultilingualField",
    "Named",
    "ShownField",
    "Texts",
    "Value",
    "Words",
    "fields_for",
    "problems_of",
    "shown_fields",
    "values_of",
]
