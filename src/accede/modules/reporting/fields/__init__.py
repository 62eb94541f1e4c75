"""Units, spans and parameters of figures, with their words."""
