"""Issuers: a release speaks in the voice of whoever gives it out; its "we" and "our" are theirs."""

from __future__ import annotations

from dragoman.reading.draft import Draft

_FIRST_PLURAL = {"we", "us", "our", "ours"}


def settle_issuer(draft: Draft) -> None:
    """Give first persons outside quotations to the issuer, where the report is a release."""
