"""What every page shares: the day it speaks of, errors in plain words, and the cache of public pages."""

from accede.foundation.pages.asat import AsAt, read_as_at
from accede.foundation.pages.errors import BadInput, NotHere, Suggestion
from accede.foundation.pages.paging import Page, page_of
from accede.foundation.pages.public import public_page

__all__ = ["AsAt", "BadInput", "NotHere", "Page", "Suggestion", "page_of", "public_page", "read_as_at"]
