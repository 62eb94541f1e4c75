"""Conversations about things: comments with quoted passages and people named in them, resolved or open.

Who may see a thing's conversations, and take part, the module says that owns the thing (`Commented`). What was written
is never changed: resolving and opening again are rows of their own.

- `things`: what people comment on; `writing`, `reading`: what is done and asked; `page`, `rest`: faces.

Nothing here may know a word of the programme.
"""
