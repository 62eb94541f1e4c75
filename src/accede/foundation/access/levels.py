"""How widely a thing may be read."""

from enum import StrEnum


class Level(StrEnum):
    """The four levels. A thing that is not public belongs to a scope, its owner.

    - public: everybody;
    - programme: its owner, and everybody whose role works for the programme;
    - owner_confidential: its owner, and those who were named for that owner by a grant;
    - restricted: the persons named on the thing itself.
    """

    PUBLIC = "public"
    PROGRAMME = "programme"
    OWNER_CONFIDENTIAL = "owner_confidential"
    RESTRICTED = "restricted"
