"""A table of a page: headings that sort, rows by pages, the same rows as a file; and what its address asks.

Nothing here may know a word of the programme.
"""

from accede.foundation.listings.asking import AddressAsking, Option
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
    "FurtherTable",
    "Heading",
    "Listed",
    "Listing",
    "Option",
    "ShownCell",
    "ShownTable",
    "answer",
    "day_order",
    "export_links",
    "further",
    "meta",
]
