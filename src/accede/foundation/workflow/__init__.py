"""Things that go from state to state by a table (`core.workflow`): one way for every module.

- `models`: the columns that such a thing has; `holding`: the same table, held by the database.
- `flow`: the table with its words, rows and effects; `stepping`: take a step, or say which are offered and why not.
- `page`, `rest`, `command`: buttons, operations and commands, made of the table.

Steps write into the record, whose tables not every command loads: they are imported from `stepping` itself.
"""

from accede.foundation.workflow.flow import Flow, FlowWords, GateWords, Later, Move, StepWords
from accede.foundation.workflow.models import Staged

__all__ = [
    "Flow",
    "FlowWords",
    "GateWords",
    "Later",
    "Move",
    "Staged",
    "StepWords",
]
