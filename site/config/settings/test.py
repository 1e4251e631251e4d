"""As development, in a folder of its own that is thrown away, with cheap passwords and mail kept in memory."""

import tempfile
from pathlib import Path

from .dev import *  # noqa: F403
from .dev import DATABASES, INSTALLED_APPS, env

SCRATCH = Path(tempfile.mkdtemp(prefix="haidang-test-"))

DEBUG = False
INSTALLED_APPS = [app for app in INSTALLED_APPS if app != "whitenoise.runserver_nostatic"]
MEDIA_ROOT = SCRATCH / "media"
VAR_ROOT = SCRATCH / "var"
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
PAST_PASSWORD_COST = 2
AXES_ENABLED = False
WHITENOISE_AUTOREFRESH = True
if env.test_database and "sqlite" in DATABASES["default"]["ENGINE"]:
    DATABASES["default"]["TEST"] = {"NAME": env.test_database}
ELASTICSEARCH_URL = ""  # tests that need the server say so, and name their own indices there
