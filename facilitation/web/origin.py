"""Writes that a browser sends come from Tablée's own pages, or are refused."""

from typing import Final

from flask import Flask, Request, request

from facilitation.domain.core import Refused
from facilitation.service.ways import PORT
from facilitation.web import identity
from facilitation.web.api import House, house

READS: Final = frozenset({"GET", "HEAD", "OPTIONS"})


def install(app: Flask) -> None:
    """Look at every write before anything else does."""
    app.before_request(refuse_foreign)


def refuse_foreign() -> None:
    """Refused when the present request comes from elsewhere."""
    check(request)


def check(incoming: Request, built: House | None = None) -> None:
    """Programs send no Origin; a browser always tells the page's own on a write.

    A bearer token needs no such check: no browser adds it by itself.
    """
    origin = incoming.headers.get("Origin")
    if incoming.method in READS or origin is None or identity.bearer(incoming) is not None:
        return
    port = str(incoming.environ.get(PORT, ""))
    if not (built or house()).hosts.is_own_origin(origin, incoming.scheme, port):
        raise Refused("missing_header")
