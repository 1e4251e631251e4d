"""The connection to the server: one a process, with a fuse that keeps a hanging server from costing every reader."""

from __future__ import annotations

import logging
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from time import monotonic

from django.conf import settings
from elasticsearch import ApiError, Elasticsearch, TransportError
from elasticsearch.helpers import BulkIndexError

from .. import EngineDeniedError, EngineDownError, EngineFailedError

WRITE_TIME = 30.0  # seconds
SHORTEST, LONGEST = 2.0, 60.0  # seconds for which nobody asks a server that has just failed
logger = logging.getLogger(__name__)


class Fuse:
    """Blown by a failure, it lets one question through after a while; each failure doubles the while."""

    def __init__(self) -> None:
        self.lock = threading.Lock()
        self.pause, self.until = SHORTEST, float("-inf")

    def check(self) -> None:
        """Raise EngineDownError while nobody should ask. Whoever comes first after that asks for all."""
        with self.lock:
            if monotonic() < self.until:
                raise EngineDownError("The server failed a moment ago")
            if self.until > float("-inf"):
                self.until = monotonic() + self.pause

    def blow(self) -> None:
        with self.lock:
            self.until = monotonic() + self.pause
            self.pause = min(self.pause * 2, LONGEST)

    def mend(self) -> None:
        with self.lock:
            self.pause, self.until = SHORTEST, float("-inf")


class Server:
    """A server by its address and key."""

    def __init__(self, url: str, key: str, prefix: str) -> None:
        self.url, self.prefix = url, prefix
        self.client = Elasticsearch(url, api_key=key or None, max_retries=0, retry_on_timeout=False)
        self.fuse = Fuse()

    @property
    def bare_url(self) -> str:
        """The address without the name and password of anybody."""
        scheme, _, rest = self.url.partition("://")
        return f"{scheme}://{rest.rpartition('@')[2]}"

    @contextmanager
    def asked(self, seconds: float) -> Iterator[Elasticsearch]:
        """Ask what a reader waits for: not at all while the fuse is blown, and never for long."""
        self.fuse.check()
        try:
            with translated():
                yield self.client.options(request_timeout=seconds)
        except EngineDownError:
            self.fuse.blow()
            raise
        except EngineFailedError:
            self.fuse.mend()  # it answers, if not what was hoped for
            raise
        self.fuse.mend()

    @contextmanager
    def told(self) -> Iterator[Elasticsearch]:
        """Tell what nobody waits for."""
        with translated():
            yield self.client.options(request_timeout=WRITE_TIME)


@contextmanager
def translated() -> Iterator[None]:
    """What the client throws, in our words."""
    try:
        yield
    except ApiError as error:
        raise failure(error.status_code)(f"{error.status_code} {error.error}: {error.message}") from error
    except TransportError as error:
        raise EngineDownError(str(error)) from error
    except BulkIndexError as error:
        raise EngineDownError(str(error)) from error


def failure(status: int) -> type[EngineFailedError]:
    """A server that is full, busy or starting will answer later; one that refuses our key will not."""
    if status in (401, 403):
        return EngineDeniedError
    return EngineDownError if status == 429 or status >= 500 else EngineFailedError


@cache
def at(url: str, key: str, prefix: str) -> Server:
    return Server(url, key, prefix)


def configured() -> Server | None:
    """The server that the operator named, or None."""
    if not settings.ELASTICSEARCH_URL:
        return None
    return at(settings.ELASTICSEARCH_URL, settings.ELASTICSEARCH_API_KEY, settings.ELASTICSEARCH_PREFIX)
