"""Voluntary money: funds, rates of exchange, contributions from promise to money, and the ledger.

What is promised is not money. Every figure that a page shows is a sum of posted lines, which nobody changes.
"""
