"""Voluntary money, accounted to the cent: postings, rates, earmarks, and what may pay for what.

Amounts are whole numbers of the smallest unit of their currency; shares and rates are exact fractions of decimals that
somebody wrote. No binary fractions: a rule test holds that.
"""
