import os
import secrets

import pytest

from search import following
from search.engines.elastic import ElasticEngine
from search.engines.elastic.server import Server
from search.engines.embedded import EmbeddedEngine
from tests.search.shelves import Shelf

ENGINES = ["embedded", pytest.param("elastic", marks=pytest.mark.elasticsearch)]


@pytest.fixture(scope="session")
def server():
    """A real server, with names of our own there that are removed afterwards."""
    server = Server(os.environ["HAIDANG_ELASTICSEARCH_URL"], "", f"test-{secrets.token_hex(4)}-")
    yield server
    client = server.client.options(request_timeout=30)
    if names := list(client.indices.get(index=f"{server.prefix}*")):
        client.indices.delete(index=names)


@pytest.fixture(params=ENGINES)
def made_engine(request, tmp_path):
    """Either engine, by the name of an index."""
    if request.param == "embedded":
        return lambda name: EmbeddedEngine(tmp_path / "search", name)
    server = request.getfixturevalue("server")
    return lambda name: ElasticEngine(server, name)


@pytest.fixture
def shelf(made_engine):
    return lambda *entries, name="public": Shelf(made_engine(name)).fill(entries)


@pytest.fixture(autouse=True)
def own_folder(tmp_path, settings):
    """Each test has an index of its own, and no server unless it asks for one."""
    settings.VAR_ROOT = tmp_path / "var"
    settings.ELASTICSEARCH_URL = ""
    following.patience.waiting.clear()
