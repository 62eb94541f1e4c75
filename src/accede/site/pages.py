"""Addresses of the frame's own pages."""

from django.urls import path

from accede.modules.treaties.web.home import home
from accede.site import views

app_name = "site"
urlpatterns = [
    path("", home, name="home"),
    path("about/", views.about, name="about"),
    path("accessibility/", views.accessibility, name="accessibility"),
    path("api/", views.api, name="api"),
    path("design/", views.design, name="design"),
]
