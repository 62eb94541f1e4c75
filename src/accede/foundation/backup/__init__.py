"""Back-ups: the database and the files that people brought as one archive, the keys apart; made, checked, restored.

Nothing here may know a word of the programme.
"""
