"""A table of a page: filters, headings that sort, rows by pages, the same rows as a file; and what its address asks.

Nothing here may know a word of the programme.
"""

from accede.foundation.listings.asking import AddressAsking, Option
from accede.foundation.listings.filters import (
    Filter,
    ShownFilters,
    choice_filter,
    chosen_filter,
    kept,
    words_filter,
    year_filters,
)
from accede.foundation.listings.listing import (
    LISTED,
    FurtherTable,
    Heading,
    Listed,
    Listing,
    ShownCell,
    ShownTable,
    answer,
    day_order,
    export_links,
    further,
    meta,
)

__all__ = [
    "LISTED",
    "AddressAsking",
    "Filter",
    "FurtherTable",
    "Heading",
    "Listed",
    "Listing",
    "Option",
    "ShownCell",
    "ShownFilters",
    "ShownTable",
    "answer",
    "choice_filter",
    "chosen_filter",
    "day_order",
    "export_links",
    "further",
    "kept",
    "meta",
    "words_filter",
    "year_filters",
]
