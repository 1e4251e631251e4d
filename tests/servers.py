"""A real Elasticsearch for tests, with names of their own there that are removed afterwards."""

import os
import secrets

import pytest

from search.engines import elastic
from search.engines.elastic.server import Server


@pytest.fixture(scope="session")
def server():
    """A real server."""
    server = Server(os.environ["HAIDANG_ELASTICSEARCH_URL"], "", f"test-{secrets.token_hex(4)}-")
    yield server
    client = server.client.options(request_timeout=30)
    if names := list(client.indices.get(index=f"{server.prefix}*")):
        client.indices.delete(index=names)


@pytest.fixture
def at_server(server, settings):
    """The archive with this server, and nothing in it yet."""
    settings.ELASTICSEARCH_URL = server.url
    settings.ELASTICSEARCH_PREFIX = server.prefix
    settings.SEARCH_FOLLOWS_AT_ONCE = False
    clean(server)
    yield server
    clean(server)


def clean(server):
    client = server.client.options(request_timeout=30)
    if names := list(client.indices.get(index=f"{server.prefix}*")):
        client.indices.delete(index=names)
    configured().fuse.mend()


def configured():
    return elastic.server.configured() or Server("http://127.0.0.1:9", "", "")
