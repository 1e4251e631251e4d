import pytest

from search import following
from search.engines.elastic import ElasticEngine
from search.engines.embedded import EmbeddedEngine
from tests.search.shelves import Shelf

ENGINES = ["embedded", pytest.param("elastic", marks=pytest.mark.elasticsearch)]


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
