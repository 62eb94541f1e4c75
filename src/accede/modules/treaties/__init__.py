"""The register: instruments, what each State did under them by which source, and where that leaves it on a day.

Owns the words instrument, act, report, coverage, edition, standing. A report is what one source says; it is never
edited, and a standing is never stored: it is computed from the reports (core/treaties).
"""
