"""What every answer carries, and that the settings for the public pass Django's own checks."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from django.conf import settings
from django.utils.module_loading import import_string

from accede.foundation.pages.bodies import MOST_SENT
from tests.rules import codebase

COMPLETE = {
    "ACCEDE_SECRET_KEY": "a-key-of-fifty-characters-and-more-for-this-test-0123456789",
    "ACCEDE_HOSTS": "accede.example",
    "ACCEDE_DATABASE_URL": "postgresql://web:x@localhost/accede",
    "ACCEDE_DATABASE_OWNER_URL": "postgresql://owner:x@localhost/accede",
    "ACCEDE_MAIL_HOST": "mail.example",
    "ACCEDE_MAIL_FROM": "accede@accede.example",
}
ADDRESSES = ("/en/", "/en/nothing/", "/api/v1/states/", "/api/v1/nothing/", "/")


def check_deploy(environment: dict[str, str]) -> "subprocess.CompletedProcess[str]":
    inherited = {key: value for key, value in os.environ.items() if not key.startswith("ACCEDE_")}
    return subprocess.run(
        [sys.executable, "-m", "django", "check", "--deploy", "--fail-level", "INFO"],
        env={**inherited, "DJANGO_SETTINGS_MODULE": "accede.site.settings.production", **environment},
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )


def test_the_settings_for_the_public_pass_djangos_checks():
    answer = check_deploy(COMPLETE)

    assert answer.returncode == 0, answer.stderr
    assert "no issues" in answer.stdout


def test_a_start_names_every_secret_that_is_absent():
    answer = check_deploy({key: value for key, value in COMPLETE.items() if key == "ACCEDE_HOSTS"})

    assert answer.returncode != 0
    for name in COMPLETE:
        assert (name in answer.stderr) is (name != "ACCEDE_HOSTS")


@pytest.mark.django_db
@pytest.mark.parametrize("address", ADDRESSES)
def test_every_answer_says_what_a_browser_may_not_do(client, address):
    headers = client.get(address).headers

    policy = headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "frame-ancestors 'none'" in policy
    assert "unsafe" not in policy
    assert headers["X-Frame-Options"] == "DENY"
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "same-origin"
    assert "camera=()" in headers["Permissions-Policy"]
    assert headers["Cross-Origin-Opener-Policy"] == "same-origin"


def test_cookies_stay_on_the_site_and_away_from_scripts():
    assert settings.SESSION_COOKIE_SAMESITE in {"Lax", "Strict"}
    assert settings.SESSION_COOKIE_HTTPONLY
    assert settings.CSRF_COOKIE_SAMESITE in {"Lax", "Strict"}


def test_the_door_stands_before_the_pages_and_after_the_way_in():
    order = settings.MIDDLEWARE
    door = order.index("accede.foundation.access.middleware.Doorkeeper")

    assert all(import_string(name) for name in order)
    assert order.index("django.contrib.sessions.middleware.SessionMiddleware") < door
    assert order.index("django.contrib.auth.middleware.AuthenticationMiddleware") < door
    assert order.index("accede.foundation.pages.public.PublicPages") > door


def test_xml_is_read_by_the_strict_reader_only():
    readers = ("xml.etree", "xml.dom", "xml.sax", "lxml", "expat")
    found = [
        codebase.name_of(path)
        for path in codebase.files(".py", below=codebase.PACKAGE)
        for line in path.read_text("utf-8").splitlines()
        if line.startswith(("import ", "from ")) and any(f" {reader}" in line for reader in readers)
    ]

    assert found == []


def test_spreadsheets_are_read_by_it_too():
    import openpyxl  # noqa: PLC0415  (says how it reads)

    assert openpyxl.DEFUSEDXML


def test_the_sample_for_the_web_server_lets_through_what_pages_take():
    said = (Path(__file__).resolve().parents[2] / "packaging" / "nginx.conf").read_text(encoding="utf-8")
    most = re.search(r"client_max_body_size (\d+)m;", said)

    assert most is not None
    assert int(most[1]) << 20 > MOST_SENT
