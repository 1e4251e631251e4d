"""What follows each of many changes is done once, for all of them."""

import pytest

from cms.core.together import put_off, together

pytestmark = pytest.mark.django_db


def test_a_change_by_itself_is_followed_at_once():
    assert not put_off(print, 1)


def test_many_changes_are_followed_once_at_the_end_each_record_once():
    done = []

    with together():
        assert put_off(done.append, 2) and put_off(done.append, 1) and put_off(done.append, 2)
        assert done == []

    assert done == [[2, 1]]


def test_what_is_begun_inside_ends_with_the_whole():
    done = []

    with together():
        with together():
            put_off(done.append, 1)
        assert done == []

    assert done == [[1]]


def test_a_failure_follows_nothing_and_leaves_nothing_behind():
    done = []

    with pytest.raises(ValueError, match="no"), together():
        put_off(done.append, 1)
        raise ValueError("no")

    assert done == [] and not put_off(done.append, 1)
