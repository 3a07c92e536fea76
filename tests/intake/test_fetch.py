from __future__ import annotations

import gzip
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from dragoman.intake import IntakeError, is_address, read_url
from dragoman.intake.fetch import _is_public

WORDS = "Envoys of Peru and Chile met in Zürich on Tuesday."
BODY = f"<p>{WORDS}</p><p>They spoke about fishing and about the border, and will meet again in Lima in the spring.</p>"
PAGE = f"<html><head><title>Talks</title></head><body><article>{BODY}</article></body></html>"


class Answers(BaseHTTPRequestHandler):
    """What the small server of these tests answers, by path."""

    def do_GET(self) -> None:
        name = self.path.split("?")[0].strip("/")
        if name == "round":
            self.answer(302, b"", Location="/round")
        elif name == "moved":
            self.answer(301, b"", Location="plain")
        elif name == "elsewhere":
            self.answer(302, b"", Location="http://192.168.0.1/router")
        elif name == "local":
            self.answer(302, b"", Location="file:///etc/passwd")
        elif name == "plain":
            self.answer(200, WORDS.encode("latin-1"), **{"Content-Type": "text/plain; charset=iso-8859-1"})
        elif name == "page":
            self.answer(200, PAGE.encode(), **{"Content-Type": "text/html; charset=utf-8"})
        elif name == "packed":
            self.answer(200, gzip.compress(WORDS.encode()), **{"Content-Type": "text/plain", "Content-Encoding": "gzip"})
        elif name == "bomb":
            self.answer(200, gzip.compress(b"a" * 30_000_000), **{"Content-Type": "text/plain", "Content-Encoding": "gzip"})
        elif name == "picture":
            self.answer(200, b"\x00\x01", **{"Content-Type": "image/png"})
        elif name == "nothing":
            self.answer(200, b"", **{"Content-Type": "text/plain"})
        else:
            self.answer(404, b"gone")

    def answer(self, status: int, body: bytes, **headers: str) -> None:
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        return


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    running = ThreadingHTTPServer(("127.0.0.1", 0), Answers)
    threading.Thread(target=running.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{running.server_port}"
    running.shutdown()
    running.server_close()


@pytest.fixture
def open_server(server: str, monkeypatch: pytest.MonkeyPatch) -> str:
    """The server, with this machine's own address let through and all others judged as ever."""
    monkeypatch.setattr("dragoman.intake.fetch._is_public", lambda address: address == "127.0.0.1" or _is_public(address))
    return server


@pytest.mark.parametrize("name", ["plain", "moved", "packed"])
def test_text(open_server: str, name: str) -> None:
    report = read_url(f"{open_server}/{name}?a=ü b")
    assert report.text == WORDS and report.url is not None and report.url.startswith(open_server)


def test_page(open_server: str) -> None:
    assert WORDS in read_url(f"{open_server}/page").text


@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("round", "redirects more than 5 times"),
        ("elsewhere", "leads to 192.168.0.1, which is not on the public web"),
        ("local", "only http and https addresses are fetched"),
        ("gone", "answers 404"),
        ("bomb", "is more than 20 MB"),
        ("picture", "is image/png, not a page or a text"),
        ("nothing", "is empty"),
    ],
)
def test_what_cannot_be_had_is_said(open_server: str, name: str, says: str) -> None:
    with pytest.raises(IntakeError) as caught:
        read_url(f"{open_server}/{name}")
    assert str(caught.value).startswith(f"{open_server}/{name} ") and says in str(caught.value) and "; " in str(caught.value).replace(", or", "; ")


def test_this_machine_is_not_the_public_web(server: str) -> None:
    with pytest.raises(IntakeError, match="not on the public web"):
        read_url(f"{server}/plain")


@pytest.mark.parametrize("url", ["ftp://example.org/a", "file:///etc/passwd", "http:///a", "gopher://x"])
def test_other_schemes(url: str) -> None:
    with pytest.raises(IntakeError, match="only http and https"):
        read_url(url)


@pytest.mark.parametrize("url", ["http://no-such-host.invalid/a", "http://127.0.0.1:99999/", "http://[::1/a"])
def test_unreachable(url: str) -> None:
    with pytest.raises(IntakeError) as caught:
        read_url(url)
    assert str(caught.value).startswith(url)


@pytest.mark.parametrize(
    ("address", "public"),
    [("93.184.216.34", True), ("10.0.0.1", False), ("127.0.0.1", False), ("169.254.169.254", False), ("::1", False), ("fe80::1%eth0", False),
     ("::ffff:10.0.0.1", False), ("224.0.0.1", False), ("0.0.0.0", False), ("100.64.0.1", False), ("2606:2800:220:1::1", True)],
)  # fmt: skip
def test_public_addresses(address: str, public: bool) -> None:
    assert _is_public(address) is public


def test_addresses_are_told_from_files() -> None:
    assert is_address("https://example.org/a") and is_address("ftp://x") and not is_address("a/b.txt") and not is_address("C:/a.txt")
