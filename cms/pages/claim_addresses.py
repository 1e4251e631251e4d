"""The address of an article in one form, so that every way of writing it finds the statement that answers it."""

from __future__ import annotations

from urllib.parse import parse_qsl, unquote, urlencode, urlsplit

LONGEST = 500
TRACKING = {"fbclid", "gclid", "dclid", "msclkid", "yclid", "igshid", "mc_cid", "mc_eid", "ref", "ref_src", "zarsrc"}
TRACKING_PREFIXES = ("utm_", "__cft__", "__tn__")


def key(typed: str) -> str:
    """Host, path and what matters of the query; empty where it is no address of an article."""
    text = typed.strip()
    if not text or any(letter.isspace() for letter in text):
        return ""
    try:
        parts = urlsplit(text if "://" in text else f"https://{text}")
        host = host_of(parts.hostname or "", parts.port)
    except ValueError:
        return ""
    path = unquote(parts.path).rstrip("/")
    if parts.scheme.lower() not in ("http", "https") or "." not in host.strip(".") or not (path or parts.query):
        return ""
    query = what_matters(parts.query)
    return (f"{host}{path}?{query}" if query else f"{host}{path}")[:LONGEST]


def host_of(name: str, port: int | None) -> str:
    """The host without the `www.` that most sites answer to as well, and without a port that goes without saying."""
    host = name.lower().removeprefix("www.").removeprefix("m.").rstrip(".")
    return host if port in (None, 80, 443) else f"{host}:{port}"


def what_matters(query: str) -> str:
    """The query in one order, without what only tells where a reader came from."""
    pairs = parse_qsl(query, keep_blank_values=True)
    return urlencode(sorted((name, value) for name, value in pairs if not is_tracking(name)))


def is_tracking(name: str) -> bool:
    return name.lower() in TRACKING or name.lower().startswith(TRACKING_PREFIXES)
