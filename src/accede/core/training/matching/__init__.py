"""Finds rows that may be of one person, across spellings, scripts and orders of names."""

from accede.core.training.matching.proposing import propose
from accede.core.training.matching.ranges import persons_of, persons_range
from accede.core.training.matching.rows import Band, Decision, PersonName, Proposal, Reason

__all__ = ["Band", "Decision", "PersonName", "Proposal", "Reason", "persons_of", "persons_range", "propose"]
