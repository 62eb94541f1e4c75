"""Acts, entry into force and standing under multilateral treaties.

Rules: the final clauses of each instrument and the Vienna Convention on the Law of Treaties (VCLT);
for successor States the Vienna Convention on Succession of States in respect of Treaties (VCSST).
"""
