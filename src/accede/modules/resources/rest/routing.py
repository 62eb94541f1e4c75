"""The router of money: one, since an address that is asked and written to is one address."""

from ninja import Router

router = Router(tags=["resources"])
