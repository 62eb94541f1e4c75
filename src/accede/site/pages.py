"""Addresses of the frame's own pages."""

from django.urls import path

from accede.site import views

app_name = "site"
urlpatterns = [
    path("", views.home, name="home"),
]
