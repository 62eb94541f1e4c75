"""Assessments of what a State needs: its consent, visits and desk reviews, the time that each side has.

Plain Python: the clauses are those of ECOSOC resolution 2007/18, preamble paragraph 10, unless a gate says otherwise.
"""
