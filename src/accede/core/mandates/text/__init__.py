"""Step one: the lines of a text, what each looks like, and which of them belong to the resolution that is read."""
