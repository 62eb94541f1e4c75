"""Addresses of the treaty register."""

from django.urls import URLPattern

app_name = "treaties"
urlpatterns: list[URLPattern] = []
