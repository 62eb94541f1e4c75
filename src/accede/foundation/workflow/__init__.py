"""Things that go from state to state by a table (`core.workflow`): one way for every module.

- `models`: the columns that such a thing has; `holding`: the same table, held by the database.
- `flow`: the table with its words, rows and effects; `stepping`: take a step, or say which are offered and why not.
- `page`, `rest`, `command`: buttons, operations and commands, made of the table.

Nothing is imported here: a command that only reads loads the tables (`models`), and not what steps need.
"""
