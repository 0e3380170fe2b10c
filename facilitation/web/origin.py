"""Writes that a browser sends come from Tablée's own pages, or are refused."""

from typing import Final

from flask import Flask, request

from facilitation.domain.core import Refused
from facilitation.service.ways import PORT
from facilitation.web import identity
from facilitation.web.api import house

READS: Final = frozenset({"GET", "HEAD", "OPTIONS"})


def install(app: Flask) -> None:
    """Look at every write before anything else does."""
    app.before_request(_refuse_foreign)


def _refuse_foreign() -> None:
    """Programs send no Origin; a browser always tells the page's own on a write.

    A bearer token needs no such check: no browser adds it by itself.
    """
    origin = request.headers.get("Origin")
    if request.method in READS or origin is None or identity.bearer() is not None:
        return
    port = str(request.environ.get(PORT, ""))
    if not house().hosts.is_own_origin(origin, request.scheme, port):
        raise Refused("missing_header")
