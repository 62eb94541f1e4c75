"""Documents from templates that an office edits in Word: fields in braces, rows that repeat, parts left out.

- `kinds`: what a template is for, and the fields that it may name.
- `reading`: whether a file is a template that can be filled; all that is wrong with it, each with its place.
- `filling`: the values put in, in a process apart; `keeping`: the templates of an office.
"""
