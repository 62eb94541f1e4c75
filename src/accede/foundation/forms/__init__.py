"""Forms: Django's own, with what every form here has.

All that is wrong is told at once, above the form and at its fields; what was written stays; a form that is sent twice
does its work once. A long form is a list of tasks whose answers lie on the server until they are sent together.
Nothing here may know a word of the programme.
"""
