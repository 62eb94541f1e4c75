"""The operations of money, all of them on one router."""

from accede.modules.resources.rest import commitments, recording, resources
from accede.modules.resources.rest.routing import router

__all__ = ["commitments", "recording", "resources", "router"]
