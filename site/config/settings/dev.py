"""One machine, no other service: SQLite, the embedded search, mail on the console, work done at once."""

from .base import *  # noqa: F403
from .base import INSTALLED_APPS, STATIC_ROOT, STORAGES, env

DEBUG = env.debug
WHITENOISE_USE_FINDERS = True
STATIC_ROOT.mkdir(parents=True, exist_ok=True)  # empty: finders serve the files, and a missing folder would be told of
SECRET_KEY = env.secret_key.get_secret_value() or "development only: production refuses to start with this key"
ALLOWED_HOSTS = env.allowed_hosts or ["localhost", "127.0.0.1", "[::1]", "testserver"]
INSTALLED_APPS = ["whitenoise.runserver_nostatic", *INSTALLED_APPS]
STORAGES = {**STORAGES, "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}}
EMAIL_BACKEND = "django.core.mail.backends.console.EmailBackend"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = SECURE_SSL_REDIRECT = False
SECURE_HSTS_SECONDS = 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = False
SECURE_PROXY_SSL_HEADER = None  # type: ignore[assignment]
