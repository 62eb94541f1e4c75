"""The further tables of an instrument's page: counted deposits, parties at the end of each year, the article map."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.utils.translation import gettext as _

from accede.foundation.exports import Kind
from accede.foundation.fields import Field
from accede.foundation.listings import Filter, Listing, choice_filter, day_order, further, words_filter, year_filters
from accede.modules.treaties.fields.codes import words_of_acts
from accede.modules.treaties.queries.curves import CurveStep
from accede.modules.treaties.words.entry_into_force import CountedDeposit
from accede.modules.treaties.words.page_question import RegisterPageQuestion

DEPOSITS, YEARS, ARTICLES = "deposits", "years", "articles"
FIRST_YEAR, LAST_YEAR = "years-from", "years-to"
PARAMETERS = (
    *further(DEPOSITS, YEARS, ARTICLES),
    *("deposits-state", "deposits-act"),
    *(FIRST_YEAR, LAST_YEAR),
    *("articles-words", "articles-read"),
)


@dataclass(frozen=True, slots=True)
class ArticleRow:
    """Where provisions on a topic stand, and whether they were read there."""

    topic: str
    cited: str
    is_read: bool


class InstrumentTables:
    """Reads what an address wants of the tables."""

    def __init__(self, request: HttpRequest, question: RegisterPageQuestion, articles: Sequence[ArticleRow]) -> None:
        question.choice("table", (DEPOSITS, YEARS, ARTICLES))
        self._rows_of_articles = articles
        self._articles = Listing(
            request, question, _article_columns(), table=ARTICLES, filters=_article_filters(question)
        )
        self._deposits = Listing(
            request, question, _deposit_columns(question), table=DEPOSITS, filters=_deposit_filters(question)
        )
        self._years: Listing[CurveStep] = Listing(
            request,
            question,
            _year_columns(),
            table=YEARS,
            filters=year_filters(question, (FIRST_YEAR, LAST_YEAR), lambda step: step.on),
        )

    def file(
        self, deposits: Sequence[CountedDeposit], years: Sequence[CurveStep], *, key: str, title: str
    ) -> HttpResponseBase | None:
        """Return the file of one of them, if the address asks for it."""
        if chosen := self._deposits.format:
            rows = self._deposits.ordered(deposits)
            words = _("Deposits on record that counted: %(instrument)s") % {"instrument": title}
            return self._deposits.file(rows, name=f"deposits-{key}", title=words, chosen=chosen)
        if chosen := self._years.format:
            steps = self._years.ordered(years)
            words = _("Parties at the end of each year: %(instrument)s") % {"instrument": title}
            return self._years.file(steps, name=f"years-{key}", title=words, chosen=chosen)
        if chosen := self._articles.format:
            notes = self._articles.ordered(self._rows_of_articles)
            words = _("Where its provisions stand: %(instrument)s") % {"instrument": title}
            return self._articles.file(notes, name=f"articles-{key}", title=words, chosen=chosen)
        return None

    def shown(self, deposits: Sequence[CountedDeposit], years: Sequence[CurveStep]) -> dict[str, object]:
        """Return what templates show of them."""
        return {
            "deposits_table": self._deposits.further(deposits),
            "years_table": self._years.further(years),
            "articles_table": self._articles.further(self._rows_of_articles),
        }


def _deposit_columns(question: RegisterPageQuestion) -> list[Field[CountedDeposit]]:
    def alphabet(deposit: CountedDeposit) -> tuple[bytes, str]:
        return question.register.states[deposit.state].order(question.language)

    return [
        Field("number", _("Number"), lambda line: line.number, Kind.NUMBER, lambda line: line.number),
        Field("state", _("State"), lambda line: line.name, order=alphabet),
        Field("code", _("Code"), lambda line: line.state, in_files_only=True),
        Field("act", _("Act"), lambda line: line.act_words, order=lambda line: line.act_words),
        Field("on", _("Day of the act"), lambda line: line.on, Kind.DAY, lambda line: day_order(line.on)),
        Field("producer", _("Producer State"), lambda line: line.is_producer, Kind.YES_OR_NO, in_files_only=True),
    ]


def _deposit_filters(question: RegisterPageQuestion) -> list[Filter[CountedDeposit]]:
    return [
        words_filter(question, "deposits-state", _("State (name or code)"), lambda line: f"{line.name} {line.state}"),
        choice_filter(question, "deposits-act", _("Act"), words_of_acts(), lambda line: line.kind),
    ]


def _article_filters(question: RegisterPageQuestion) -> list[Filter[ArticleRow]]:
    read = {"yes": _("Yes"), "no": _("No: to be checked")}
    return [
        words_filter(question, "articles-words", _("Topic or article"), lambda row: f"{row.topic} {row.cited}"),
        choice_filter(
            question, "articles-read", _("Read in the text"), read, lambda row: "yes" if row.is_read else "no"
        ),
    ]


def _article_columns() -> list[Field[ArticleRow]]:
    return [
        Field("topic", _("Topic"), lambda row: row.topic, order=lambda row: row.topic),
        Field("articles", _("Articles"), lambda row: row.cited),
        Field("is_read", _("Read in the text"), lambda row: row.is_read, Kind.YES_OR_NO, lambda row: row.is_read),
    ]


def _year_columns() -> list[Field[CurveStep]]:
    return [
        Field("on", _("Day"), lambda step: step.on, Kind.DAY, lambda step: step.on),
        Field("parties", _("Parties"), lambda step: step.bound, Kind.NUMBER, lambda step: step.bound),
        Field("not_known", _("Not known"), lambda step: step.not_known, Kind.NUMBER, lambda step: step.not_known),
        Field(
            "not_party_then",
            _("Of these no party on an earlier day"),
            lambda step: step.not_party_then,
            Kind.NUMBER,
            lambda step: step.not_party_then,
        ),
    ]
