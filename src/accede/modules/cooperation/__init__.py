"""Who can extradite to whom, for what, on which basis: treaties beside the nineteen, opinions, the network, plans.

Owns the words regional treaty, bilateral treaty, offence, legal basis, network, plan. It stores what sources say of
treaties and laws; an opinion is never stored: it is computed (core/cooperation). It keeps no data on persons or cases.
"""
