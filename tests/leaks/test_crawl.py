"""Everything the public can ask for, asked for: no answer holds a planted secret (L-01 to L-20)."""

import re
from urllib.parse import quote, urlsplit

import pytest
from django.core.management import call_command
from django.test import Client
from wagtail.models import Page

from search import worker
from tests.archive import article, published
from tests.leaks.planted import PLANTS, plant_all, word_for

pytestmark = pytest.mark.django_db
LINK = re.compile(r'(?:href|src|action|content)="([^"]+)"|<loc>([^<]+)</loc>|<link[^>]*href="([^"]+)"')
STARTS = [
    "/vi/",
    "/en/",
    "/sitemap.xml",
    "/robots.txt",
    "/health/",
    "/vi/feed/",
    "/en/feed/",
    "/vi/search/",
    "/en/search/",
]
MISSING = ["/vi/khong-co/", "/xx/", "/media/khong-co.jpg", "/vi/search/?page=99999", "/documents/1/x.pdf"]
MOST = 600  # addresses looked at


class Crawl:
    """A visitor who follows every link, and remembers what was read where."""

    def __init__(self, starts):
        self.client, self.waiting, self.read = Client(raise_request_exception=False), list(starts), {}

    def run(self):
        while self.waiting and len(self.read) < MOST:
            address = self.waiting.pop()
            if address not in self.read:
                self.visit(address)
        return self.read

    def visit(self, address):
        answer = self.client.get(address, headers={"host": "localhost"})
        text = b"".join(answer.streaming_content) if answer.streaming else answer.content
        self.read[address] = f"{answer.status_code} {dict(answer.items())} " + text.decode("utf-8", "replace")
        if b"<" in text[:200] or "json" in answer.get("Content-Type", ""):
            self.waiting += [found for found in links(self.read[address]) if found not in self.read]


def links(text):
    for groups in LINK.findall(text):
        parts = urlsplit(next(filter(None, groups)).replace("&amp;", "&"))
        is_ours = parts.netloc in ("", "localhost", "localhost:8000") and parts.path.startswith("/")
        if is_ours and not parts.path.startswith(("/static/", "/admin", "/accounts")):
            yield parts.path + (f"?{parts.query}" if parts.query else "")


def questions(word):
    """Every way to ask for a word, and to guess the address of what holds it."""
    said, phrase = quote(word), quote(f'"{word}"')
    for language in ("vi", "en"):
        yield from (f"/{language}/search/?q={said}", f"/api/search/?q={said}&lang={language}")
        yield from (f"/{language}/search/?q={phrase}", f"/{language}/search/?q={said[:-1]}")
        yield from (f"/{language}/search/{way}?q={said}" for way in ("suggest/", "feed/", "export.csv", "export.json"))
        yield from (f"/{language}/bai-viet/bai-{word}/", f"/{language}/bai-viet/anh-{word}/")


def answers_to(words):
    """A question is repeated on the page that answers it: there the word must stand, and only there."""
    for word in words:
        for address in questions(word):
            yield word, address


@pytest.fixture
def planted(world):
    published(article(world, title="Bài công khai", slug="bai-cong-khai"), world)
    return plant_all(world)


def test_no_address_of_the_public_site_holds_a_secret(planted):
    ids = [f"/vi/?id={page.pk}" for page in Page.objects.all()[:5]]

    read = Crawl([*STARTS, *MISSING, *ids]).run()

    assert any("Bài công khai" in text for address, text in read.items() if "bai-cong-khai" in address)
    assert len(read) > 25
    found = {(planted[word], address) for address, text in read.items() for word in planted if word in text.lower()}
    assert found == set()


def test_no_question_brings_a_secret_to_light(planted):
    client = Client(raise_request_exception=False)

    for word, address in answers_to(planted):
        answer = client.get(address)
        text = b"".join(answer.streaming_content) if answer.streaming else answer.content
        read = without_the_question(text.decode("utf-8", "replace"), address)

        assert answer.status_code in (200, 400, 404, 410), (planted[word], address)
        assert word not in read.lower(), (planted[word], address)


def without_the_question(text, address):
    """What is read, without the words that were asked and the address that asked them."""
    query = address.partition("?q=")[2].partition("&")[0]
    asked = [query, *(quote(part) for part in (query,))]
    plain = re.sub(r'value="[^"]*"|href="[^"]*"|action="[^"]*"|content="[^"]*"', "", text)
    for words in [*asked, query.replace("%22", "")]:
        plain = plain.replace(words, "")
    return plain


def test_a_secret_is_answered_like_a_word_that_was_never_written(planted):
    """L-01: the same body as for a word that nobody wrote, but for the word."""
    client = Client()

    for word in planted:
        secret = client.get("/vi/search/", {"q": word}).content.decode().replace(word, "?")
        nothing = client.get("/vi/search/", {"q": word[::-1]}).content.decode().replace(word[::-1], "?")
        assert bare(secret) == bare(nothing), planted[word]


def bare(text):
    return re.sub(r'nonce="[^"]*"|csrfmiddlewaretoken" value="[^"]*"|value="[^"]{30,}"', "", text)


@pytest.mark.elasticsearch
def test_the_server_brings_no_secret_to_light_either(planted, at_server):
    worker.attend_all()
    call_command("rebuild_index")

    for word in planted:
        said = Client().get("/api/search/", {"q": word, "lang": "vi"}).json()
        assert (said["total"], said["results"], said["is_makeshift"]) == (0, [], False), planted[word]


def test_every_plant_has_a_word_of_its_own():
    words = [word_for(name) for name in PLANTS]

    assert len(set(words)) == len(words)
    assert not any(one != other and one in other for one in words for other in words)
