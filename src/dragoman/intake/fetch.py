"""A report from the web: one address, fetched with care.

Only http and https; every address that a name or a redirect leads to is looked at before it is connected to, so
that a page cannot send the reader into the machine's own network. Proxies are not used for the same reason.
"""

from __future__ import annotations

import ipaddress
import socket
import ssl
import time
import zlib
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPException, HTTPResponse, HTTPSConnection
from urllib.parse import quote, urljoin, urlsplit

from dragoman.intake.page import looks_like_page, report_of_page
from dragoman.intake.plain import report_of_bytes
from dragoman.intake.problem import IntakeError
from dragoman.record import Report
from dragoman.version import VERSION

MOST_BYTES = 20_000_000
MOST_REDIRECTS = 5
SECONDS = 30.0  # for the whole of it, redirects included
_SAVE = "open it in a browser and save the report as a .txt or .html file"
_HEADERS = {
    "User-Agent": f"dragoman/{VERSION}",
    "Accept": "text/html, text/plain;q=0.9, */*;q=0.1",
    "Accept-Encoding": "gzip, identity",
    "Connection": "close",
}


@dataclass(frozen=True)
class _Answer:
    url: str
    body: bytes
    media_type: str
    charset: str | None


class _Refused(Exception):
    """An address that is not to be connected to."""


def is_address(word: str) -> bool:
    """Whether a word from the command line is a web address and not a file."""
    return "://" in word[:12] and " " not in word.strip()


def read_url(url: str) -> Report:
    """The report that lies at an address.

    Args:
        url: an http or https address.

    Raises:
        IntakeError: where it cannot be reached, is refused, is too big, or has no report.
    """
    answer = _get(url)
    if looks_like_page(answer.body) or answer.media_type in {"text/html", "application/xhtml+xml"}:
        return report_of_page(answer.body, url, url=answer.url, charset=answer.charset)
    if answer.media_type and not answer.media_type.startswith("text/"):
        raise IntakeError(url, f"is {answer.media_type}, not a page or a text; save the report as a .txt file")
    return report_of_bytes(answer.body, url, answer.charset, url=answer.url)


def _get(url: str) -> _Answer:
    deadline = time.monotonic() + SECONDS
    here = url
    for _ in range(MOST_REDIRECTS + 1):
        try:
            answer = _ask(url, here, deadline)
        except IntakeError:
            raise
        except _Refused as refusal:
            raise IntakeError(url, f"leads to {refusal}, which is not on the public web; save the report as a file") from refusal
        except TimeoutError as error:
            raise IntakeError(url, f"did not answer within {SECONDS:.0f} seconds; try again, or {_SAVE}") from error
        except ssl.SSLError as error:
            raise IntakeError(url, f"has no certificate that can be trusted; {_SAVE}") from error
        except (OSError, HTTPException, zlib.error, UnicodeError, ValueError) as error:
            what = "its name is not known" if isinstance(error, socket.gaierror) else str(error) or type(error).__name__
            raise IntakeError(url, f"cannot be reached ({what}); check the address and the connection, or {_SAVE}") from error
        if isinstance(answer, _Answer):
            return answer
        here = answer
    raise IntakeError(url, f"redirects more than {MOST_REDIRECTS} times; {_SAVE}")


def _ask(url: str, here: str, deadline: float) -> _Answer | str:
    """What stands at ``here``, or where it redirects to."""
    parts = urlsplit(here)
    if parts.scheme.lower() not in {"http", "https"} or not parts.hostname:
        raise IntakeError(url, f"leads to {here}, and only http and https addresses are fetched; give one of these or a file")
    host = parts.hostname.encode("idna").decode("ascii") if not parts.hostname.isascii() else parts.hostname
    kind = _SecureConnection if parts.scheme.lower() == "https" else _Connection
    connection = kind(host, parts.port, timeout=max(0.1, deadline - time.monotonic()))
    try:
        path = quote(parts.path or "/", safe="/%:@!$&'()*+,;=~-._")
        query = "?" + quote(parts.query, safe="/%:@!$&'()*+,;=~-._?") if parts.query else ""
        connection.request("GET", path + query, headers=_HEADERS)
        response = connection.getresponse()
        location = response.getheader("Location")
        if response.status in {301, 302, 303, 307, 308} and location:
            return urljoin(here, location)
        if response.status >= 300:
            raise IntakeError(url, f"answers {response.status} {response.reason}; check the address, or {_SAVE}")
        body = _body(url, response, connection, deadline)
        return _Answer(here, body, response.headers.get_content_type() if "Content-Type" in response.headers else "",
                       response.headers.get_content_charset())  # fmt: skip
    finally:
        connection.close()


def _body(url: str, response: HTTPResponse, connection: HTTPConnection, deadline: float) -> bytes:
    unpacker = zlib.decompressobj(wbits=31) if response.getheader("Content-Encoding", "").lower() in {"gzip", "x-gzip"} else None
    body = bytearray()
    while True:
        left = deadline - time.monotonic()
        if left <= 0:
            raise TimeoutError
        if connection.sock is not None:
            connection.sock.settimeout(left)
        # read1 comes back with what is there, so that a server that drips is stopped by the deadline.
        chunk = response.read1(65536)
        if not chunk:
            return bytes(body)
        body += unpacker.decompress(chunk, MOST_BYTES + 1 - len(body)) if unpacker else chunk
        if len(body) > MOST_BYTES:
            raise IntakeError(url, f"is more than {MOST_BYTES / 1e6:.0f} MB; {_SAVE}")


class _Connection(HTTPConnection):
    """Connects to a public address only, and to the very one that was looked at."""

    def connect(self) -> None:
        self.sock = _public_socket(self.host, self.port, self.timeout)


class _SecureConnection(HTTPSConnection):
    """The same over TLS."""

    def connect(self) -> None:
        plain = _public_socket(self.host, self.port, self.timeout)
        self.sock = ssl.create_default_context().wrap_socket(plain, server_hostname=self.host)


def _public_socket(host: str, port: int, timeout: float | None) -> socket.socket:
    last: OSError | None = None
    for family, kind, protocol, _, address in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM):
        if not _is_public(str(address[0])):
            raise _Refused(f"{host} ({address[0]})" if host != address[0] else host)
        connected = socket.socket(family, kind, protocol)
        connected.settimeout(timeout)
        try:
            connected.connect(address)
        except OSError as error:
            connected.close()
            last = error
            continue
        return connected
    raise last or OSError(f"no address for {host}")


def _is_public(address: str) -> bool:
    number = ipaddress.ip_address(address.split("%")[0])
    mapped = getattr(number, "ipv4_mapped", None)
    number = mapped or number
    return number.is_global and not number.is_multicast
