"""What holds in every environment. Production is the base: what is unsafe is switched on elsewhere, never off here."""

from typing import Any

from .databases import database
from .environment import ROOT, Environment, Face
from .languages import CONTENT_LANGUAGES, INTERFACE_LANGUAGES, KNOWN_LANGUAGES

env = Environment()

# --- the site

ROOT_URLCONF = "config.urls"
WSGI_APPLICATION = "config.wsgi.application"
SECRET_KEY = env.secret_key.get_secret_value()
DEBUG = False
ALLOWED_HOSTS = env.allowed_hosts
FACE: Face = env.face
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

INSTALLED_APPS = [
    "modeltranslation",
    # The archive: moderation stands before Wagtail, so that its publish_scheduled is the one that runs.
    "search",
    "cms.sample",
    "cms.clarification",
    "cms.pages",
    "cms.registry",
    "cms.library",
    "cms.moderation",
    "cms.deadlines",
    "cms.accounts",
    "cms.organisation",
    "cms.core",
    # Wagtail
    "wagtail_localize",
    "wagtail_localize.locales",
    "wagtail.contrib.redirects",
    "wagtail.contrib.settings",
    "wagtail.contrib.table_block",
    "wagtail.embeds",
    "wagtail.sites",
    "cms.accounts.apps.PeopleConfig",  # wagtail.users
    "wagtail.snippets",
    "wagtail.documents",
    "wagtail.images",
    "wagtail.search",
    "config.admin.QuietAdminConfig",
    "wagtail",
    "modelcluster",
    "taggit",
    "django_filters",
    # Django
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.sitemaps",
    "django.contrib.humanize",
    # Signing in, work in the background
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.usersessions",
    "axes",
    "csp",
    "django_tasks",
    "django_tasks_db",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "cms.core.middleware.TextIsNFC",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "allauth.usersessions.middleware.UserSessionsMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "config.csp.TwoPolicies",
    "cms.accounts.middleware.FirstSignIn",
    "cms.core.closed_doors.ClosedDoors",
    "cms.clarification.closed_shelf.ClosedShelf",
    "wagtail.contrib.redirects.middleware.RedirectMiddleware",
    "axes.middleware.AxesMiddleware",
]

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [ROOT / "site" / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.debug",
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "wagtail.contrib.settings.context_processors.settings",
            ],
        },
    },
]

# --- data

DATABASES = {"default": database(env.database_url)}
MEMORY: dict[str, Any] = {
    "BACKEND": "django.core.cache.backends.locmem.LocMemCache",
    "OPTIONS": {"MAX_ENTRIES": 3_000},
}
REDIS: dict[str, Any] = {"BACKEND": "django.core.cache.backends.redis.RedisCache", "LOCATION": env.redis_url}
CACHES = {"default": REDIS if env.redis_url else MEMORY}
TASK_BACKENDS = {
    "immediate": "django_tasks.backends.immediate.ImmediateBackend",
    "database": "django_tasks_db.DatabaseBackend",
}
TASKS = {"default": {"BACKEND": TASK_BACKENDS[env.tasks]}}
VAR_ROOT = env.var_root
ELASTICSEARCH_URL = env.elasticsearch_url
ELASTICSEARCH_API_KEY = env.elasticsearch_api_key.get_secret_value()
ELASTICSEARCH_PREFIX = env.elasticsearch_prefix
SEARCH_FOLLOWS_AT_ONCE = env.tasks == "immediate" and not env.is_public_only

# --- files

STATIC_URL = "/static/"
STATIC_ROOT = env.var_root / "static"
STATICFILES_DIRS = [ROOT / "site" / "static"]
MEDIA_URL = "/media/"
MEDIA_ROOT = env.media_root
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
DATA_UPLOAD_MAX_NUMBER_FIELDS = 10_000
FILE_UPLOAD_PERMISSIONS = 0o640
DOSSIER_FETCH_HOSTS = env.fetch_hosts  # from these a dossier may fetch copies of pages; none: it fetches nothing

# --- languages and times: UTC inside, Viet Nam on screen

LANGUAGE_CODE = "vi"
LANGUAGES = INTERFACE_LANGUAGES
WAGTAIL_CONTENT_LANGUAGES = CONTENT_LANGUAGES
WAGTAIL_I18N_ENABLED = True
WAGTAILADMIN_PERMITTED_LANGUAGES = [("vi", "Tiếng Việt"), ("en", "English")]
MODELTRANSLATION_LANGUAGES = KNOWN_LANGUAGES
MODELTRANSLATION_DEFAULT_LANGUAGE = "vi"
MODELTRANSLATION_FALLBACK_LANGUAGES = ("vi", "en")
LOCALE_PATHS = [ROOT / "locale", ROOT / "locale" / "overlay"]
USE_I18N = True
USE_TZ = True
TIME_ZONE = "Asia/Ho_Chi_Minh"

# --- people

AUTH_USER_MODEL = "accounts.User"
AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",
    "cms.accounts.backends.SeatBackend",  # signs in for allauth too; groups and single permissions count for nothing
]
VALIDATION = "django.contrib.auth.password_validation"
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"{VALIDATION}.UserAttributeSimilarityValidator"},
    {"NAME": f"{VALIDATION}.MinimumLengthValidator", "OPTIONS": {"min_length": 10}},
    {"NAME": f"{VALIDATION}.CommonPasswordValidator"},
    {"NAME": f"{VALIDATION}.NumericPasswordValidator"},
    {"NAME": "cms.accounts.passwords.MixedCharactersValidator"},
    {"NAME": "cms.accounts.passwords.NotUsedBeforeValidator"},
]
PAST_PASSWORD_COST = 2**14  # scrypt's n
ADMINISTRATOR_PASSWORD_DAYS = 60
LOGIN_URL = WAGTAILADMIN_LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "wagtailadmin_home"
LOGOUT_REDIRECT_URL = "/"
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*", "password2*"]
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = False
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
ACCOUNT_ADAPTER = "cms.accounts.adapters.ClosedDoorAdapter"
ACCOUNT_RATE_LIMITS = {"login_failed": None}  # axes counts failures, and keeps them over a restart
AXES_FAILURE_LIMIT = 5
AXES_COOLOFF_TIME = 1  # hours
AXES_LOCKOUT_PARAMETERS = ["username"]
AXES_RESET_ON_SUCCESS = True
AXES_LOCKOUT_CALLABLE = "cms.accounts.lockout.answer"
AXES_USERNAME_CALLABLE = "cms.accounts.lockout.email"
SILENCED_SYSTEM_CHECKS = [
    "axes.W006",  # the account is locked, not the office: an agency shares one address
    "models.W047",  # SQLite leaves it to the services; PostgreSQL has the constraint
]
MFA_SUPPORTED_TYPES = ["totp", "recovery_codes"]
EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
EMAIL_HOST = env.mail_host
DEFAULT_FROM_EMAIL = env.mail_from
CONTACT_EMAIL = env.contact_email or env.mail_from

# --- protection

SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = SECURE_SSL_REDIRECT = env.https
SECURE_HSTS_SECONDS = 31_536_000 if env.https else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = env.https
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "SAMEORIGIN"
SELF = ["'self'"]
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": SELF,
        "script-src": SELF,
        "style-src": SELF,
        "img-src": [*SELF, "data:"],
        "font-src": SELF,
        "object-src": ["'none'"],
        "base-uri": SELF,
        "form-action": SELF,
        "frame-ancestors": SELF,
    }
}

# --- Wagtail

WAGTAIL_SITE_NAME = "Hải Đăng"
WAGTAILADMIN_BASE_URL = env.base_url
WAGTAILIMAGES_IMAGE_MODEL = "library.ArchiveImage"
WAGTAILDOCS_DOCUMENT_MODEL = "library.ArchiveDocument"
WAGTAILIMAGES_EXTENSIONS = ["jpg", "jpeg", "png", "webp", "avif", "tif", "tiff"]
WAGTAILIMAGES_MAX_UPLOAD_SIZE = 40 * 1024 * 1024
WAGTAILIMAGES_MAX_IMAGE_PIXELS = 120_000_000
WAGTAILSEARCH_BACKENDS = {"default": {"BACKEND": "wagtail.search.backends.database"}}
WAGTAIL_GRAVATAR_PROVIDER_URL = None
WAGTAIL_ENABLE_UPDATE_CHECK = False
WAGTAIL_ENABLE_WHATS_NEW_BANNER = False
WAGTAIL_ALLOW_UNICODE_SLUGS = False
WAGTAIL_APPEND_SLASH = True
WAGTAILADMIN_COMMENTS_ENABLED = True
WAGTAILEMBEDS_FINDERS: list[dict[str, str]] = []
WAGTAIL_FINISH_WORKFLOW_ACTION = "cms.moderation.workflow.finish"
WAGTAIL_WORKFLOW_REQUIRE_REAPPROVAL_ON_EDIT = True
WAGTAIL_WORKFLOW_CANCEL_ON_PUBLISH = False
WAGTAIL_MODERATION_ENABLED = True
WAGTAILLOCALIZE_SYNC_LIVE_STATUS_ON_TRANSLATE = False
WAGTAIL_LOCALIZE_DEFAULT_TRANSLATION_MODE = "synced"
