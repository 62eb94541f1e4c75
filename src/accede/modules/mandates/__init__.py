"""Mandates: resolutions as paragraphs, duties, conditions and due dates, with what counts as evidence of each duty.

Owns the words mandate, reading, paragraph, duty, gate, evidence kind. Knows nothing of the records that are evidence:
the modules that own them register a kind. A reading is never edited in place; a correction stands beside it.
"""
