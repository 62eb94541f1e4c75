"""The calendar: what modules say falls on which day, as far as each reader may see it.

- `entries`: kinds of entries, which the site lists, and what of them a reader sees; `months`: weeks and days.
- `addresses`: one private address for each person, taken back with one click; `icalendar`: what programs read.
- `page`, `rest`, `cli`: faces.

Nothing here may know a word of the programme.
"""
