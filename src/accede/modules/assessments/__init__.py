"""Assessments: the consent of States, visits and desk reviews, what they find, what is needed, and who may be shown it.

Stands above identity, mandates and treaties; knows nothing of requests.
"""
