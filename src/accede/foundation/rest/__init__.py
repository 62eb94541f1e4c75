"""What every REST face shares: problem documents, paging, the day, addresses that refuse what they do not know.

An answer is cached, gets its entity tag and is sent again as "304 Not Modified" by `foundation.pages`, like a page;
its words are in the language that Accept-Language asks for. Nothing here may know a word of the programme.
"""

from accede.foundation.rest.api import Api
from accede.foundation.rest.documents import Document, Listing, Nearby, Problem
from accede.foundation.rest.paging import paged
from accede.foundation.rest.parameters import AsAtQuery, PagedQuery, described
from accede.foundation.rest.problems import is_for_api, problem_response

__all__ = [
    "Api",
    "AsAtQuery",
    "Document",
    "Listing",
    "Nearby",
    "PagedQuery",
    "Problem",
    "described",
    "is_for_api",
    "paged",
    "problem_response",
]
