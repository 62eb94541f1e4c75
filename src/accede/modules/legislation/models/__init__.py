"""Tables of laws and of what was decided about them; each row belongs to the State whose law it is."""

from accede.modules.legislation.models.drafts import Draft
from accede.modules.legislation.models.laws import Law, LawProvision
from accede.modules.legislation.models.reviews import Answer, LawQuestion, Rating

__all__ = ["Answer", "Draft", "Law", "LawProvision", "LawQuestion", "Rating"]
