"""The rules of the programme as plain Python: values in, findings out.

No Django, no clock, no files, no network: the day is passed in. What stands here a
lawyer, an accountant or a statistician can check against its citation.
"""
