"""Who may open what. An address that does not say so is refused when the product starts.

Nothing here may know a word of the programme.
"""

from accede.foundation.access.addresses import Address, addresses_below, undeclared
from accede.foundation.access.declaring import PUBLIC, Audience, audiences_of, declare, opens_to

__all__ = ["PUBLIC", "Address", "Audience", "addresses_below", "audiences_of", "declare", "opens_to", "undeclared"]
