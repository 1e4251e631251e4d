import pytest

from search import following
from tests.search.shelves import Shelf


@pytest.fixture
def shelf(tmp_path):
    return lambda *entries, name="public": Shelf(tmp_path / "search", name).fill(entries)


@pytest.fixture(autouse=True)
def own_folder(tmp_path, settings):
    """Each test has an index of its own."""
    settings.VAR_ROOT = tmp_path / "var"
    following.patience.waiting.clear()
