"""Save a row that may be there once only."""

from collections.abc import Mapping

from django.db import IntegrityError, models, transaction

from accede.foundation.problems import UnableTo


def save_once(row: models.Model, problems: Mapping[str, str], *, is_new: bool = False) -> None:
    """Save a row; `problems` say by field what is wrong where the database has one like it already.

    Raises:
        UnableTo: there is one like it.
    """
    try:
        with transaction.atomic():
            row.save(force_insert=is_new)
    except IntegrityError as error:
        raise UnableTo(problems) from error
