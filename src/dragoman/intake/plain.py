"""Plain text: bytes to Report, in whatever encoding they come."""

from __future__ import annotations

import codecs
from typing import Any

from dragoman.intake.layout import lay_out
from dragoman.intake.problem import IntakeError
from dragoman.record import Dateline, Report

MOST_TEXT = 5_000_000  # bytes of text in one report; a longer one is a collection
_SPLIT = "split it into one file a report, or put one report a row into a .jsonl or .csv file"
_MARKS = (  # UTF-32's little-endian mark begins with UTF-16's, so it comes first
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_FOREIGN = (
    (b"%PDF-", "a PDF", "save its text as a .txt file (pdftotext does it)"),
    (b"PK\x03\x04", "a ZIP archive or an office document", "unpack it, or save its text as a .txt file"),
    (b"\x1f\x8b", "a gzip archive", "unpack it with gunzip"),
    (b"BZh", "a bzip2 archive", "unpack it with bunzip2"),
    (b"\xfd7zXZ\x00", "an xz archive", "unpack it with unxz"),
    (b"\x28\xb5\x2f\xfd", "a zstd archive", "unpack it with unzstd"),
    (b"\xd0\xcf\x11\xe0", "an old office document", "save its text as a .txt file"),
    (b"{\\rtf", "an RTF document", "save its text as a .txt file"),
    (b"\x89PNG", "a picture", "give the report's text"),
    (b"\xff\xd8\xff", "a picture", "give the report's text"),
    (b"GIF8", "a picture", "give the report's text"),
)


def check_kind(name: str, data: bytes) -> None:
    """Look at a file's first bytes.

    Raises:
        IntakeError: where there are none, or they are those of a PDF, an archive, a picture or an office document.
    """
    if not data.strip():
        raise IntakeError(name, "is empty; give a file with the report's text in it")
    for magic, what, fix in _FOREIGN:
        if data.startswith(magic):
            raise IntakeError(name, f"is {what}, not text; {fix}")


def check_size(name: str, size: int) -> None:
    """Look at the number of bytes of one report.

    Raises:
        IntakeError: where there are too many.
    """
    if size > MOST_TEXT:
        raise IntakeError(name, f"holds {size / 1e6:.1f} MB of text and one report may hold {MOST_TEXT / 1e6:.0f} MB; {_SPLIT}")


def decode(name: str, data: bytes, charset: str | None = None) -> str:
    """Text of bytes: by byte order mark, as UTF-8, as UTF-16 without a mark, or else as Windows-1252.

    Args:
        name: the file, for messages.
        data: its bytes.
        charset: the encoding that the sender told, tried after the byte order mark.

    Raises:
        IntakeError: where the bytes are no text, or text in an encoding that cannot be told.
    """
    marked = next((encoding for mark, encoding in _MARKS if data.startswith(mark)), None)
    tried = [marked] if marked else [charset, _wide(data), None if b"\x00" in data else "utf-8"]
    for encoding in filter(None, tried):
        try:
            return _checked(name, data.decode(encoding))
        except (UnicodeDecodeError, LookupError):
            continue
    if b"\x00" in data or marked:
        raise IntakeError(name, "is a binary file, not text; save the report's text as a .txt file in UTF-8")
    # Windows-1252 leaves five bytes without a meaning; Latin-1 has one for each.
    try:
        text = data.decode("cp1252")
    except UnicodeDecodeError:
        text = data.decode("latin-1")
    if _strange(text):
        raise IntakeError(name, "is in an encoding that cannot be told from its bytes; save it as UTF-8")
    return _checked(name, text)


def _wide(data: bytes) -> str | None:
    """UTF-16 without a mark shows as a zero in every second byte of Western text."""
    sample = data[:2000]
    odd, even = sample[1::2].count(0), sample[0::2].count(0)
    if odd > len(sample) * 0.3 and not even:
        return "utf-16-le"
    return "utf-16-be" if even > len(sample) * 0.3 and not odd else None


def _strange(text: str) -> bool:
    """Whether a reading as Windows-1252 gives more accented letters and signs than Western text has."""
    return sum(c > "\x7f" for c in text) > 0.3 * sum(not c.isspace() for c in text)


def _checked(name: str, text: str) -> str:
    # Wires carry a stray control character or two; a binary file is full of them.
    controls = sum(c < " " and c not in "\t\n\r\f" for c in text)
    if controls > 0.02 * len(text) + 4:
        raise IntakeError(name, "is a binary file, not text; save the report's text as a .txt file in UTF-8")
    return text


def report_of(text: str, name: str = "the report", **known: Any) -> Report:
    """A report of a text, with headline, byline, stamp and dateline found in it.

    Args:
        text: the report's words.
        name: what to call it in messages.
        known: fields of a report that are known already; they win over what the text shows.

    Raises:
        IntakeError: where there are no words, or too many.
    """
    # Half of a UTF-16 pair, as JSON may escape it, is no character and cannot be written out again.
    text = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    if not text.strip():
        raise IntakeError(name, "is empty; give the report's text")
    if not any(c.isalpha() for c in text):
        raise IntakeError(name, "has no words in it; give the report's text")
    check_size(name, len(text.encode("utf-8")))
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    layout = lay_out(text)
    found: dict[str, Any] = {
        "title": layout.title,
        "byline": layout.byline,
        "published": layout.published,
        "dateline": Dateline(place=layout.place, agency=layout.agency, date=layout.date),
    }
    return Report.of(text, **(found | {field: value for field, value in known.items() if value}))


def report_of_bytes(data: bytes, name: str, charset: str | None = None, **known: Any) -> Report:
    """A report of a plain text's bytes.

    Args:
        data: the bytes.
        name: what to call it in messages.
        charset: the encoding that the sender told, if any.
        known: fields of a report that are known already.

    Raises:
        IntakeError: where the bytes are no text, empty, or too many.
    """
    check_kind(name, data)
    if b"\x00" in data[:4096]:
        decode(name, data[:4096], charset)  # says "binary" of a big binary file, where the size is not the fault
    check_size(name, len(data))
    return report_of(decode(name, data, charset), name, **known)
