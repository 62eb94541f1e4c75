"""Workflows as tables: states, the steps between them, who may take one, and the gates that it must pass."""

from accede.core.workflow.table import Gate, Step, Workflow

__all__ = ["Gate", "Step", "Workflow"]
