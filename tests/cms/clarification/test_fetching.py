"""The archive fetches copies from listed hosts at public addresses, and from nowhere else."""

import socket
import threading
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest
from django.core.exceptions import PermissionDenied

from cms.clarification import fetching, services
from cms.clarification.choices import CopyMethod
from cms.clarification.fetching import Fetcher, FetchRefused, is_public
from tests.cms.clarification.scene import detected

PUBLIC = "93.184.216.34"
PAGE = b"<html><p>Tin m\xe1\xba\xabu</p></html>"


@pytest.fixture
def web():
    """A small web on this machine: `answers` says what stands at which path."""
    answers = {"/bai": (200, {"Content-Type": "text/html; charset=utf-8"}, [PAGE])}

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self):  # noqa: N802  (the library's name)
            status, headers, pieces = answers.get(self.path, (404, {}, []))
            self.send_response(status)
            for name, value in headers.items():
                self.send_header(name, value)
            self.end_headers()
            for piece in pieces:
                try:
                    self.wfile.write(piece)
                except OSError:
                    return

        def log_message(self, *words):
            pass

    server = HTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    server.answers = answers
    yield server
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.fixture
def called():
    return []


@pytest.fixture
def fetcher(web, called):
    """Every public address leads to the small web; what is called is written down."""
    names = {"tin.example": [PUBLIC], "ben-trong.example": ["10.0.0.8"], "chinh-minh.example": ["127.0.0.1"]}

    def connect(address, port):
        called.append(address)
        return socket.create_connection(web.server_address, timeout=5)

    return Fetcher([*names, "hai-long.example"], lambda host, port: names[host], connect)


def test_a_page_comes_with_a_log_of_how_it_came(fetcher):
    found = fetcher.fetch("http://tin.example/bai")

    assert found.data == PAGE
    assert found.name == "tin.example.html"
    assert (found.log[0]["address"], found.log[0]["status"]) == (PUBLIC, 200)
    assert "date" in found.log[0]["headers"]


@pytest.mark.parametrize(
    "url",
    [
        "http://khac.example/bai",
        "http://tin.example.khac.example/bai",
        "http://127.0.0.1/bai",
        "http://[::1]/bai",
        "http://2130706433/bai",
        "ftp://tin.example/bai",
        "file:///etc/passwd",
        "http://tin.example:8080/bai",
        "http://nguoi:matkhau@tin.example/bai",
        "http:///bai",
        "bai",
    ],
)
def test_what_is_not_listed_or_no_page_of_the_web_is_not_called(fetcher, called, url):
    with pytest.raises(FetchRefused):
        fetcher.fetch(url)

    assert called == []


@pytest.mark.parametrize("host", ["chinh-minh.example", "ben-trong.example"])
def test_a_listed_name_that_leads_inside_is_not_called(fetcher, called, host):
    with pytest.raises(FetchRefused, match="not public|không"):
        fetcher.fetch(f"http://{host}/bai")

    assert called == []


def test_one_private_address_among_public_ones_is_enough_to_refuse(fetcher, called):
    fetcher.resolve = lambda host, port: [PUBLIC, "169.254.169.254"]

    with pytest.raises(FetchRefused):
        fetcher.fetch("http://tin.example/bai")

    assert called == []


@pytest.mark.parametrize(
    "to",
    [
        "http://127.0.0.1/bi-mat",
        "http://169.254.169.254/latest/meta-data/",
        "http://chinh-minh.example/bai",
        "http://ben-trong.example/bai",
        "http://khac.example/bai",
        "file:///etc/passwd",
        "//127.0.0.1/bai",
    ],
)
def test_a_redirect_inside_is_not_followed(fetcher, web, called, to):
    web.answers["/di"] = (302, {"Location": to}, [])

    with pytest.raises(FetchRefused):
        fetcher.fetch("http://tin.example/di")

    assert called == [PUBLIC]


def test_a_redirect_to_a_listed_page_is_followed_and_both_stand_in_the_log(fetcher, web):
    web.answers["/di"] = (301, {"Location": "/bai"}, [])

    found = fetcher.fetch("http://tin.example/di")

    assert [line["status"] for line in found.log] == [301, 200]


def test_a_circle_ends(fetcher, web, called):
    web.answers["/vong"] = (302, {"Location": "/vong"}, [])

    with pytest.raises(FetchRefused):
        fetcher.fetch("http://tin.example/vong")

    assert len(called) == fetching.HOPS


def test_the_connection_goes_to_the_address_that_was_looked_at(fetcher, called):
    """A name that is public when asked and private a moment later."""
    turns = iter([[PUBLIC], ["127.0.0.1"]])
    fetcher.resolve = lambda host, port: next(turns)

    fetcher.fetch("http://tin.example/bai")

    assert called == [PUBLIC]


def test_too_large_is_given_up_on_the_way(fetcher, web, monkeypatch):
    monkeypatch.setattr(fetching, "LARGEST", 200_000)
    web.answers["/to"] = (200, {"Content-Type": "text/html"}, [b"x" * 100_000] * 5)

    with pytest.raises(FetchRefused, match="20 MB"):
        fetcher.fetch("http://tin.example/to")


def test_too_slow_is_given_up_on_the_way(fetcher):
    ticks = iter([0.0, 60.0])
    fetcher.clock = lambda: next(ticks)

    with pytest.raises(FetchRefused, match="slow|chậm"):
        fetcher.fetch("http://tin.example/bai")


def test_a_silent_host_is_given_up(fetcher):
    def never(address, port):
        raise TimeoutError

    fetcher.connect = never

    with pytest.raises(FetchRefused):
        fetcher.fetch("http://tin.example/bai")


@pytest.mark.parametrize("kind", ["application/zip", "text/javascript", "video/mp4", ""])
def test_only_pages_papers_and_pictures_are_kept(fetcher, web, kind):
    web.answers["/tep"] = (200, {"Content-Type": kind}, [b"PK"])

    with pytest.raises(FetchRefused):
        fetcher.fetch("http://tin.example/tep")


@pytest.mark.parametrize(
    "address",
    ["127.0.0.1", "10.1.2.3", "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1", "0.0.0.0", "224.0.0.1",  # noqa: S104
     "240.0.0.1", "255.255.255.255", "::1", "::", "fe80::1", "fe80::1%eth0", "fc00::1", "::ffff:127.0.0.1",
     "::ffff:8.8.8.8", "2002:7f00:1::", "64:ff9b::7f00:1", "ff02::1"],
)  # fmt: skip
def test_no_address_inside_is_taken_for_public(address):
    assert not is_public(address)


@pytest.mark.parametrize("address", ["93.184.216.34", "8.8.8.8", "2606:4700::1111"])
def test_public_addresses_are(address):
    assert is_public(address)


@pytest.mark.django_db
def test_nothing_is_fetched_until_the_operator_lists_a_host(world, settings):
    assert settings.DOSSIER_FETCH_HOSTS == []

    with pytest.raises(FetchRefused, match="not fetched here"):
        services.fetch_copy(detected(world, url="https://tin.example/bai").items.get(), by=world.contributor)


@pytest.mark.django_db
def test_a_fetched_copy_is_kept_with_its_log(world, fetcher, monkeypatch):
    item = detected(world, url="http://tin.example/bai").items.get()
    monkeypatch.setattr("cms.clarification.services.proving.fetch", fetcher.fetch)

    with pytest.raises(PermissionDenied):
        services.fetch_copy(item, by=world.contributor2)
    copy = services.fetch_copy(item, by=world.contributor)

    assert copy.method == CopyMethod.FETCHED
    assert [line["event"] for line in copy.log] == ["fetched", "kept"]
    assert copy.log[-1]["sha256"] == copy.file.sha256
    assert copy.file.file.read() == PAGE
