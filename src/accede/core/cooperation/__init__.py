"""Who can ask whom to extradite, to assist or to prosecute, for which offence, on which basis, and what would help.

Rules of the nineteen instruments and of the treaties beside them, as findings; the network of all States as arrays;
plans.
"""
