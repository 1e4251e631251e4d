"""Settings: production is the base and refuses to start without its secrets; a public process has no admin."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SECRETS = {
    "HAIDANG_SECRET_KEY": "k" * 60,
    "HAIDANG_ALLOWED_HOSTS": "archive.example",
    "HAIDANG_DATABASE_URL": "postgresql://user@127.0.0.1/archive",
    "HAIDANG_MAIL_HOST": "127.0.0.1",
    "HAIDANG_FACE": "public",
}


def started(code: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """What Python says after running this in production's settings."""
    clean = {name: value for name, value in os.environ.items() if not name.startswith("HAIDANG_")}
    paths = {"PYTHONPATH": f"{ROOT / 'site'}:{ROOT}", "DJANGO_SETTINGS_MODULE": "config.settings.production"}
    return subprocess.run(
        [sys.executable, "-c", code],
        cwd=ROOT,
        env={**clean, **paths, **environment},
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.parametrize("name", SECRETS)
def test_production_refuses_to_start_without(name):
    given = {key: value for key, value in SECRETS.items() if key != name}

    done = started("import config.settings.production", **given)

    assert done.returncode != 0
    assert name in done.stderr


def test_a_public_process_has_no_address_of_the_admin():
    code = "import django; django.setup(); from django.urls import resolve; resolve('/admin/')"

    assert "Resolver404" in started(code, **SECRETS).stderr


def test_an_internal_process_has_the_admin():
    code = "import django; django.setup(); from django.urls import resolve; print(resolve('/admin/').url_name)"

    assert "wagtailadmin_home" in started(code, **{**SECRETS, "HAIDANG_FACE": "internal"}).stdout


def test_a_third_language_is_switched_on_by_configuration():
    code = "from config.settings import production as p; print([code for code, name in p.WAGTAIL_CONTENT_LANGUAGES])"

    assert "['vi', 'en', 'fr']" in started(code, **SECRETS, HAIDANG_LANGUAGES="vi,en,fr").stdout
