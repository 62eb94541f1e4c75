"""Forms of figures where the framework has none for a language."""
