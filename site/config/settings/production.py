"""Production: the base as it is, refused unless its secrets and addresses are set."""

from django.core.exceptions import ImproperlyConfigured

from .base import *  # noqa: F403
from .base import env
from .environment import Face

MUST_BE_SET = {
    "HAIDANG_SECRET_KEY": env.secret_key.get_secret_value(),
    "HAIDANG_ALLOWED_HOSTS": env.allowed_hosts,
    "HAIDANG_DATABASE_URL": not env.database_url.startswith("sqlite"),
    "HAIDANG_MAIL_HOST": env.mail_host,
    "HAIDANG_FACE (public or internal)": env.face is not Face.BOTH,
}

if missing := [name for name, value in MUST_BE_SET.items() if not value]:
    raise ImproperlyConfigured("Set before starting in production: " + ", ".join(missing))
