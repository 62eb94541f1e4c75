"""Figures in threes, apart by a space that holds them in one line, as documents of the United Nations write them."""

NUMBER_GROUPING = 3
THOUSAND_SEPARATOR = "\N{NO-BREAK SPACE}"
#: Saturday, as in most States whose language is Arabic (CLDR, “weekData”).
FIRST_DAY_OF_WEEK = 6
