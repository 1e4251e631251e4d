import pytest

from search.engines import EngineDownError
from search.engines.elastic.server import Fuse


def test_a_blown_fuse_lets_one_question_through_after_a_while(monkeypatch):
    clock = iter([0.0, 1.0, 2.5, 2.6, 2.7])
    monkeypatch.setattr("search.engines.elastic.server.monotonic", lambda: next(clock))
    fuse = Fuse()

    fuse.blow()
    with pytest.raises(EngineDownError):
        fuse.check()
    fuse.check()
    with pytest.raises(EngineDownError):
        fuse.check()
