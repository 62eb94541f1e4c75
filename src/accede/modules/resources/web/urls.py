"""Addresses of money."""

from accede.modules.resources.web import bank, commitments, contributions, desk, funds, importing, statements

app_name = "resources"
urlpatterns = [
    *desk.urlpatterns,
    *funds.urlpatterns,
    *contributions.urlpatterns,
    *commitments.urlpatterns,
    *importing.urlpatterns,
    *bank.urlpatterns,
    *statements.urlpatterns,
]
