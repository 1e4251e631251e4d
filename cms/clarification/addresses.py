"""One address for all the ways in which a page can be linked to: by these, the same article is found again."""

from __future__ import annotations

from urllib.parse import parse_qsl, quote, unquote, urlencode, urlsplit

# What networks and newsletters add to follow their readers.
FOLLOWING = {
    "fbclid", "gclid", "dclid", "msclkid", "yclid", "twclid", "zarsrc", "igshid", "igsh", "mc_cid", "mc_eid", "_ga",
    "ref", "ref_src", "ref_url", "spm", "si", "share", "sharer", "source", "src", "cmpid", "ocid", "at_medium",
    "at_campaign", "amp", "outputtype", "mibextid", "rdid", "share_url", "__tn__", "__cft__", "_rdc", "_rdr",
}  # fmt: skip
FACES = ("www.", "m.", "mobile.", "amp.", "touch.", "web.", "l.")
PAGES_OF_START = ("index.html", "index.htm", "index.php", "default.aspx")


def canonical(url: str) -> str:
    """The address without scheme, face, campaign, order and ornament; empty where it is none."""
    try:
        parts = urlsplit(url.strip() if "//" in url else f"//{url.strip()}")
        number = parts.port
    except ValueError:
        return ""
    host = plain_host(parts.hostname or "")
    if "." not in host:
        return ""
    port = f":{number}" if number not in (None, 80, 443) else ""
    return f"{host}{port}{plain_path(parts.path)}{plain_query(parts.query)}"[:1000]


def plain_host(host: str) -> str:
    host = host.lower().rstrip(".")
    for face in FACES:
        if host.startswith(face) and host.count(".") > 1:
            host = host.removeprefix(face)
    try:
        return host.encode("idna").decode()
    except UnicodeError:
        return host


def plain_path(path: str) -> str:
    """Letters as letters, one slash at a time, no page of start, nothing after the end."""
    path = "/".join(piece for piece in unquote(path).split("/") if piece)
    for ending in ("/amp", *PAGES_OF_START):
        path = path.removesuffix(ending).rstrip("/")
    return f"/{quote(path)}" if path and path != "amp" else ""


def plain_query(query: str) -> str:
    """What chooses the page, in one order; what follows the reader is left out."""
    pairs = [(name, value) for name, value in parse_qsl(query) if not follows(name.lower())]
    return f"?{urlencode(sorted(pairs))}" if pairs else ""


def follows(name: str) -> bool:
    return name in FOLLOWING or name.startswith(("utm_", "pk_", "mtm_", "__cft__"))
