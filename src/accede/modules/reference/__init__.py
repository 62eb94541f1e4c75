"""What every other module refers to: States and areas, their names and groups, and the sources of facts.

Owns the words State, name, regional group, membership, succession, source. Every row has a validity and a source.
It must not know what a State joined, asked for or received.
"""
