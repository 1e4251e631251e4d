"""Pages that cannot be shown say why, and lead on."""

import pytest
from django.template.loader import render_to_string
from django.test import Client
from django.utils.translation import override

from cms.moderation import services


@pytest.mark.django_db
@pytest.mark.parametrize("code", ["vi", "en"])
def test_what_was_never_there_is_not_found_in_the_readers_language(site, code):
    response = Client().get(f"/{code}/khong-co-trang-nay/")

    assert response.status_code == 404
    assert f'<html lang="{code}"' in response.content.decode()
    assert 'name="robots" content="noindex"' in response.content.decode()


@pytest.mark.django_db
def test_what_was_withdrawn_is_gone_with_a_neutral_reason(site, world):
    address = site.article.get_url()
    services.withdraw(site.article, by=world.director, reason="Lý do trong nội bộ.")

    response = Client().get(address)

    assert response.status_code == 410
    assert "Lý do trong nội bộ" not in response.content.decode()
    assert site.article.title not in response.content.decode()


def test_a_fault_is_told_in_two_languages_without_the_database():
    with override("en"):
        text = render_to_string("500.html")

    assert '<html lang="vi">' in text
    assert 'lang="en"' in text
