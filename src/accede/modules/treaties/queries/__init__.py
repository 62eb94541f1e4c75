"""Questions about the register: plain dataclasses out, tables hidden."""

from accede.modules.treaties.queries.editions import newest_edition

__all__ = ["newest_edition"]
