"""Addresses of cooperation."""

from django.urls import path

from accede.modules.cooperation.web.finder import finder, opinion_docx

app_name = "cooperation"
urlpatterns = [
    path("", finder, name="finder"),
    path("opinion.docx", opinion_docx, name="opinion-docx"),
]
