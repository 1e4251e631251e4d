"""What tests of dossiers ask for."""

import pytest
from django.utils import translation

from tests.cms.clarification.scene import ground


@pytest.fixture
def world(province, settings, tmp_path):
    """A province in which dossiers can be opened, with a folder of its own for their files."""
    settings.VAR_ROOT = tmp_path
    return ground(province)


@pytest.fixture(autouse=True)
def in_english():
    """Tests quote the sentences of the source."""
    with translation.override("en"):
        yield
