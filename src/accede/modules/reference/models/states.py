"""States and areas with their names, groups, membership and successions: all with validity and source."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class StateKind(models.TextChoices):
    """What an entry of the list is in United Nations practice."""

    MEMBER = "member", _("Member State")
    OBSERVER = "observer", _("Observer State")
    STATE = "state", _("State that is not a Member")
    ORGANISATION = "organisation", _("Organisation that can join treaties")
    FORMER = "former", _("Former State")
    AREA = "area", _("Area")


class State(models.Model):
    """A State or area that appears in a treaty record, today's or former."""

    code = models.CharField(primary_key=True, max_length=3)
    iso2 = models.CharField(max_length=2, blank=True)
    m49 = models.CharField(max_length=3, blank=True)
    kind = models.TextField(choices=StateKind)
    exists_from = models.DateField(null=True, blank=True)
    exists_until = models.DateField(null=True, blank=True)
    note = models.TextField(blank=True)
    source = models.ForeignKey("reference.Source", on_delete=models.PROTECT, related_name="+")
    existence_source = models.ForeignKey(
        "reference.Source", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        """Constraints in the database."""

        constraints = [
            models.CheckConstraint(condition=models.Q(kind__in=StateKind.values), name="state_kind_is_known"),
            models.CheckConstraint(
                condition=models.Q(exists_until__gt=models.F("exists_from"))
                | models.Q(exists_from__isnull=True)
                | models.Q(exists_until__isnull=True),
                name="state_existence_is_a_period",
            ),
        ]

    def __str__(self) -> str:
        return self.code


class StateName(models.Model):
    """A State's short and formal name in one language, with its alphabetical key."""

    state = models.ForeignKey(State, on_delete=models.CASCADE, related_name="names")
    language = models.CharField(max_length=8)
    short = models.TextField()
    formal = models.TextField(blank=True)
    sort_key = models.BinaryField()
    source = models.ForeignKey("reference.Source", on_delete=models.PROTECT, related_name="+")

    class Meta:
        """Constraints in the database."""

        constraints = [
            models.UniqueConstraint(fields=["state", "language"], name="state_has_one_name_a_language"),
        ]

    def __str__(self) -> str:
        return f"{self.state_id} {self.language}"


class OtherName(models.Model):
    """A name that readers and sources use beside the one of United Nations documents: common, former, another spelling.

    It is looked up, never shown as the State's name. A blank language means that the source does not state it.
    """

    state = models.ForeignKey(State, on_delete=models.CASCADE, related_name="other_names")
    language = models.CharField(max_length=8, blank=True)
    name = models.TextField()
    kind = models.SlugField()
    until = models.TextField(blank=True)
    source = models.ForeignKey("reference.Source", on_delete=models.PROTECT, related_name="+")

    class Meta:
        """Constraints in the database."""

        constraints = [
            models.UniqueConstraint(fields=["state", "language", "name"], name="other_name_is_listed_once"),
        ]

    def __str__(self) -> str:
        return f"{self.state_id} {self.name}"


class Territory(models.Model):
    """One name of a territory for whose international relations a State is responsible (VCLT art. 29).

    It is no State of this record: a treaty may be extended to it by that State. Says nothing about its status.
    """

    code = models.CharField(max_length=3)
    responsible = models.ForeignKey(State, on_delete=models.CASCADE, related_name="territories")
    language = models.CharField(max_length=8)
    name = models.TextField()
    source = models.ForeignKey("reference.Source", on_delete=models.PROTECT, related_name="+")
    responsible_source = models.ForeignKey("reference.Source", on_delete=models.PROTECT, related_name="+")

    class Meta:
        """Constraints in the database."""

        constraints = [
            models.UniqueConstraint(fields=["code", "language", "name"], name="territory_name_is_listed_once"),
        ]

    def __str__(self) -> str:
        return f"{self.code} {self.name}"


class Membership(models.Model):
    """A State's time in the United Nations or in one of its regional groups."""

    state = models.ForeignKey(State, on_delete=models.CASCADE, related_name="memberships")
    body = models.SlugField(help_text=_("“un”, or a regional group such as “african”."))
    valid_from = models.DateField(null=True, blank=True)
    valid_until = models.DateField(null=True, blank=True)
    source = models.ForeignKey("reference.Source", on_delete=models.PROTECT, related_name="+")
    note = models.TextField(blank=True)

    class Meta:
        """Constraints in the database."""

        constraints = [
            models.UniqueConstraint(
                fields=["state", "body", "valid_from"], nulls_distinct=False, name="membership_is_listed_once"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.state_id} {self.body}"


class Succession(models.Model):
    """One State's replacement of another in the responsibility for a territory (VCSST art. 2(1)(b))."""

    predecessor = models.ForeignKey(State, on_delete=models.CASCADE, related_name="successors")
    successor = models.ForeignKey(State, on_delete=models.CASCADE, related_name="predecessors")
    on = models.DateField(null=True, blank=True)
    kind = models.TextField()
    verified = models.BooleanField()
    source = models.ForeignKey("reference.Source", on_delete=models.PROTECT, related_name="+")
    note = models.TextField(blank=True)

    class Meta:
        """Constraints in the database."""

        constraints = [
            models.UniqueConstraint(fields=["predecessor", "successor"], name="succession_is_listed_once"),
        ]

    def __str__(self) -> str:
        return f"{self.predecessor_id} → {self.successor_id}"
