"""Fetching a copy of a page: only from hosts that the operator lists, only from public addresses, within limits.

Each hop is looked at anew, and the connection goes to the very address that was looked at: a name that changes its
mind in between leads nowhere.
"""

from __future__ import annotations

import hashlib
import http.client
import ipaddress
import socket
import ssl
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import SplitResult, urljoin, urlsplit

from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext as _

LARGEST = 20 * 1024 * 1024
LONGEST = 20.0  # seconds, for everything together
PATIENCE = 5.0  # seconds, for one answer of the network
HOPS = 5
PORTS = {"http": 80, "https": 443}
KEPT_HEADERS = ("date", "server", "content-type", "content-length", "last-modified", "etag", "location")
NAMES = {"text/html": "html", "application/xhtml+xml": "html", "application/pdf": "pdf"}
PICTURES = {"image/jpeg": "jpg", "image/png": "png", "image/webp": "webp"}


class FetchRefused(ValidationError):
    """The page is not fetched; the sentence says why, and a copy can still be attached by hand."""


@dataclass
class Fetched:
    """What came, and the log of how it came."""

    name: str
    data: bytes
    log: list[dict[str, Any]] = field(default_factory=list)


def addresses_of(host: str, port: int) -> list[str]:
    """Every address of a name."""
    return [str(found[4][0]) for found in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)]


def dial(address: str, port: int) -> socket.socket:
    return socket.create_connection((address, port), timeout=PATIENCE)


@dataclass
class Fetcher:
    """Fetches one page. Names, connections and time come from outside, so that tests need no network."""

    hosts: list[str]
    resolve: Callable[[str, int], list[str]] = addresses_of
    connect: Callable[[str, int], socket.socket] = dial
    clock: Callable[[], float] = time.monotonic

    def fetch(self, url: str) -> Fetched:
        """The page at an address. Raises FetchRefused."""
        ends, log = self.clock() + LONGEST, []  # type: ignore[var-annotated]
        for _hop in range(HOPS):
            parts = self.checked(url)
            try:
                answer, data = self.ask(parts, ends, log)
            except (OSError, http.client.HTTPException) as error:
                raise FetchRefused(_("The page did not answer. Attach a copy by hand.")) from error
            if not 300 <= answer.status < 400:
                return self.kept(answer, data, log)
            url = urljoin(url, answer.getheader("location") or "")
        raise FetchRefused(_("The page leads on and on. Attach a copy by hand."))

    def checked(self, url: str) -> SplitResult:
        """An address that may be called at all."""
        parts = urlsplit(url)
        if parts.scheme not in PORTS or parts.username or parts.password or not parts.hostname:
            raise FetchRefused(_("Only pages of the web are fetched."))
        if (parts.port or PORTS[parts.scheme]) != PORTS[parts.scheme]:
            raise FetchRefused(_("Only pages of the web are fetched."))
        if not is_listed(parts.hostname, self.hosts):
            said = {"host": parts.hostname}
            raise FetchRefused(_("%(host)s is not on the list of hosts from which copies are fetched.") % said)
        return parts

    def address(self, host: str, port: int) -> str:
        """The address to call: every address of the name is public, or none is called."""
        found = self.resolve(host, port)
        if not found or not all(is_public(each) for each in found):
            raise FetchRefused(_("%(host)s leads to an address that is not public.") % {"host": host})
        return found[0]

    def ask(self, parts: SplitResult, ends: float, log: list[dict[str, Any]]) -> tuple[http.client.HTTPResponse, bytes]:
        """One question to the address that was looked at, whatever the name says by now."""
        host, port = str(parts.hostname), PORTS[parts.scheme]
        address = self.address(host, port)
        connection = http.client.HTTPConnection(host, port, timeout=PATIENCE)
        wire, certificate = self.secured(self.connect(address, port), parts)
        connection.sock = wire
        try:
            target = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
            connection.request("GET", target, headers={"Accept-Encoding": "identity", "User-Agent": "HaiDang-archive"})
            answer = connection.getresponse()
            data = self.body(answer, ends) if answer.status < 300 else b""
            log.append(entry(parts.geturl(), address, certificate, answer))
            return answer, data
        finally:
            connection.close()

    def secured(self, wire: socket.socket, parts: SplitResult) -> tuple[socket.socket, str]:
        """The connection, enciphered where the address asks for it, and the hash of the certificate shown."""
        if parts.scheme == "http":
            return wire, ""
        safe = ssl.create_default_context().wrap_socket(wire, server_hostname=parts.hostname)
        return safe, hashlib.sha256(safe.getpeercert(binary_form=True) or b"").hexdigest()

    def body(self, answer: http.client.HTTPResponse, ends: float) -> bytes:
        """What is sent, piece by piece, as long as it is neither too much nor too slow."""
        pieces, total = [], 0
        while piece := answer.read1(64 * 1024):
            pieces.append(piece)
            total += len(piece)
            if total > LARGEST:
                raise FetchRefused(_("The page is larger than 20 MB. Attach a copy by hand."))
            if self.clock() > ends:
                raise FetchRefused(_("The page is too slow. Attach a copy by hand."))
        return b"".join(pieces)

    def kept(self, answer: http.client.HTTPResponse, data: bytes, log: list[dict[str, Any]]) -> Fetched:
        if answer.status != 200 or not data:
            raise FetchRefused(_("The page answered %(status)d. Attach a copy by hand.") % {"status": answer.status})
        kind = (answer.getheader("content-type") or "").partition(";")[0].strip().lower()
        suffix = {**NAMES, **PICTURES}.get(kind)
        if suffix is None:
            raise FetchRefused(_("Only pages, PDF files and pictures are fetched."))
        return Fetched(f"{urlsplit(log[-1]['url']).hostname}.{suffix}", data, log)


def entry(url: str, address: str, certificate: str, answer: http.client.HTTPResponse) -> dict[str, Any]:
    """One line of the log of a capture."""
    headers = {name: value for name in KEPT_HEADERS if (value := answer.getheader(name))}
    line = {"event": "fetched", "at": timezone.now().isoformat(), "url": url, "address": address}
    known = {"status": answer.status, "headers": headers}
    return {**line, **known, **({"certificate_sha256": certificate} if certificate else {})}


def is_listed(host: str, hosts: list[str]) -> bool:
    """The host itself, or one below it."""
    host = host.lower().rstrip(".")
    return any(host == each.lower() or host.endswith(f".{each.lower()}") for each in hosts)


def is_public(address: str) -> bool:
    """Neither this machine, nor its network, nor an address that hides one of these."""
    known = ipaddress.ip_address(address.partition("%")[0])
    if isinstance(known, ipaddress.IPv6Address):
        inside = known.ipv4_mapped or known.sixtofour or (known.teredo and known.teredo[1])
        if inside or known in ipaddress.ip_network("64:ff9b::/96"):
            return False
    return known.is_global and not known.is_multicast and not known.is_reserved


def is_on() -> bool:
    return bool(settings.DOSSIER_FETCH_HOSTS)


def fetch(url: str) -> Fetched:
    """Fetch a page, if the operator has listed its host. Raises FetchRefused."""
    if not is_on():
        raise FetchRefused(_("Copies are not fetched here. Attach one by hand."))
    return Fetcher(settings.DOSSIER_FETCH_HOSTS).fetch(url)
