"""A table of a page: filters, headings that sort, rows by pages, the same rows as a file; and what its address asks.

Nothing here may know a word of the programme.
"""

from accede.foundation.listings.filters import (
    Filter,
    ShownFilters,
    choice_filter,
    chosen_filter,
    field_filters,
    other_parameters,
    words_filter,
    year_filters,
)
from accede.foundation.listings.listing import (
    LISTED,
    Choosing,
    FurtherTable,
    Heading,
    Leads,
    Listing,
    ShownCell,
    ShownTable,
    answer,
    day_order,
    export_links,
    further,
    meta,
    page_of_rows,
)
from accede.foundation.listings.pages import ListPage, ListQuestion
from accede.foundation.listings.parameters import Option, PageParameters
from accede.foundation.listings.rows import Count, Rows, RowsOfTable

__all__ = [
    "LISTED",
    "Choosing",
    "Count",
    "Filter",
    "FurtherTable",
    "Heading",
    "Leads",
    "ListPage",
    "ListQuestion",
    "Listing",
    "Option",
    "PageParameters",
    "Rows",
    "RowsOfTable",
    "ShownCell",
    "ShownFilters",
    "ShownTable",
    "answer",
    "choice_filter",
    "chosen_filter",
    "day_order",
    "export_links",
    "field_filters",
    "further",
    "meta",
    "other_parameters",
    "page_of_rows",
    "words_filter",
    "year_filters",
]
