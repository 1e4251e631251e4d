"""What falls due while the sample archive is shown."""

import threading

import pytest

from cms.sample import minutes


def test_work_is_done_at_once_and_again_until_the_end():
    twice, stop, done = threading.Event(), threading.Event(), []

    def work():
        done.append(1)
        if len(done) == 2:
            twice.set()

    thread = minutes.every_minute(work, stop, length=0.001)

    assert twice.wait(10)
    stop.set()
    thread.join(10)
    assert not thread.is_alive()


@pytest.mark.django_db
def test_a_failure_is_told_and_does_not_end_the_clock(monkeypatch, caplog):
    def fail(*names, **options):
        raise RuntimeError(f"{names} failed")

    monkeypatch.setattr(minutes, "call_command", fail)

    minutes.publish_what_is_due()

    assert "What falls due by the clock was not done" in caplog.text
