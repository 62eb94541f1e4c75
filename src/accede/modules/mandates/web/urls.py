"""Addresses of the mandates."""

from django.urls import path

from accede.modules.mandates.web.adopting import adoption_record
from accede.modules.mandates.web.comparing import mandate_checks, mandate_compare
from accede.modules.mandates.web.correcting import correction_choice, correction_list, duty_correct, paragraph_correct
from accede.modules.mandates.web.following import due_list, implementation, own_implementation
from accede.modules.mandates.web.importing import mandate_import
from accede.modules.mandates.web.mandates import mandate_detail, mandate_list
from accede.modules.mandates.web.reviewing import mandate_review

app_name = "mandates"
urlpatterns = [
    path("mandates/", mandate_list, name="mandate-list"),
    path("mandates/due/", due_list, name="due-list"),
    path("mandates/import/", mandate_import, name="mandate-import"),
    path("mandates/correct/", correction_choice, name="correction-choice"),
    path("mandates/<str:reference>/", mandate_detail, name="mandate-detail"),
    path("mandates/<str:reference>/implementation/", implementation, name="mandate-implementation"),
    path("mandates/<str:reference>/implementation/own/", own_implementation, name="mandate-implementation-own"),
    path("mandates/<str:reference>/compare/", mandate_compare, name="mandate-compare"),
    path("mandates/<str:reference>/checks/", mandate_checks, name="mandate-checks"),
    path("mandates/<str:reference>/adoption/", adoption_record, name="adoption-record"),
    path("mandates/<str:reference>/review/", mandate_review, name="mandate-review"),
    path("mandates/<str:reference>/correct/", correction_list, name="correction-list"),
    path("mandates/<str:reference>/correct/paragraph/<int:place>/", paragraph_correct, name="paragraph-correct"),
    path("mandates/<str:reference>/correct/duty/<str:duty>/", duty_correct, name="duty-correct"),
]
