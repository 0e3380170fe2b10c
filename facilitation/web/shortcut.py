"""The short way of a command: the same view, checks and headers, without the rest of a page's road.

Of the time that a posted text takes, a third went into finding the route, opening the contexts
that pages need and building an answer. Whatever goes wrong takes the long way, which says so in
the reader's language.
"""

import re
from collections.abc import Callable, Iterable
from io import BytesIO
from types import SimpleNamespace
from typing import Any, Final

from flask import Flask
from flask.globals import _cv_app, _cv_request
from werkzeug.http import parse_cookie

from facilitation.protocol import wire
from facilitation.web import api, origin
from facilitation.web.api import FAILED, LARGEST_BODY
from facilitation.web.assets import SMALL

Environ = dict[str, Any]
Start = Callable[..., Any]
Wsgi = Callable[[Environ, Start], Iterable[bytes]]
Headers = list[tuple[str, str]]

PLACE: Final = re.compile("/api/workshops/([A-Za-z0-9]+)/commands")
#: Names under which one server is reached at once.
MOST_KEPT: Final = 64


class Asked:
    """A request as far as a command looks at it."""

    method = "POST"

    def __init__(self, environ: Environ) -> None:
        self.environ = environ
        self.headers = self

    def get(self, name: str, default: Any = None) -> Any:
        """A header."""
        return self.environ.get(f"HTTP_{name.upper().replace('-', '_')}", default)

    @property
    def cookies(self) -> Any:
        """What the browser keeps."""
        return parse_cookie(self.environ)

    @property
    def scheme(self) -> str:
        """How it came."""
        return str(self.environ["wsgi.url_scheme"])


class Shortcut:
    """A WSGI application before the one that it falls back to."""

    def __init__(self, app: Flask, inner: Wsgi) -> None:
        self._app = app
        self._inner = inner
        self._kept: dict[tuple[str, str], Headers] = {}

    def __call__(self, environ: Environ, start: Start) -> Iterable[bytes]:
        """Answer a command; everything else passes."""
        found = PLACE.fullmatch(environ.get("PATH_INFO", ""))
        if found is None or environ.get("REQUEST_METHOD") != "POST" or not self._open(environ):
            return self._inner(environ, start)
        body = environ["wsgi.input"].read(int(environ["CONTENT_LENGTH"]))
        # For the long way, should it come to that.
        environ["wsgi.input"] = BytesIO(body)
        if len(body) < int(environ["CONTENT_LENGTH"]):
            return self._inner(environ, start)
        try:
            headers, content = self._finished(environ, self._taken(environ, found[1], body))
        except Exception as failure:  # noqa: BLE001 - told by the long way
            environ[FAILED] = failure
            return self._inner(environ, start)
        start("200 OK", [*headers, ("Content-Length", str(len(content)))])
        return [content]

    def _open(self, environ: Environ) -> bool:
        """Whether the body is small and of known length, and every check before a view known."""
        known = self._app.before_request_funcs.get(None) == [origin.refuse_foreign]
        return known and _sized(environ)

    def _taken(self, environ: Environ, code: str, body: bytes) -> bytes:
        house: api.House = self._app.extensions["tablee"]
        asked: Any = Asked(environ)
        origin.check(asked, house)
        return wire.dumps(api.take(house, asked, code, body)).encode()

    def _finished(self, environ: Environ, content: bytes) -> tuple[Headers, bytes]:
        """An answer with its headers: of short ones they are alike, whoever asks by one name."""
        name = environ["wsgi.url_scheme"], environ.get("HTTP_HOST", "")
        known = self._kept.get(name)
        if known is not None and len(content) <= SMALL:
            return known, content
        response = self._finish(environ, content)
        headers = [one for one in response.headers.to_wsgi_list() if one[0] != "Content-Length"]
        if len(content) <= SMALL:
            if len(self._kept) >= MOST_KEPT:
                self._kept.clear()
            self._kept[name] = headers
        return headers, response.get_data()

    def _finish(self, environ: Environ, content: bytes) -> Any:
        """What every answer goes through."""
        request = self._app.request_class(environ)
        app = _cv_app.set(self._app.app_context())
        here = _cv_request.set(_bare(request))
        try:
            response: Any = api.answer(content)
            for finish in reversed(self._app.after_request_funcs.get(None, ())):
                response = finish(response)
        finally:
            _cv_request.reset(here)
            _cv_app.reset(app)
        return response


def _sized(environ: Environ) -> bool:
    """Whether the body is one that is read as it is: told by its length, and small."""
    length = environ.get("CONTENT_LENGTH") or ""
    return (
        length.isdigit() and int(length) <= LARGEST_BODY and "HTTP_TRANSFER_ENCODING" not in environ
    )


def _bare(request: Any) -> Any:
    """As much of a request context as the hooks of a command look at."""
    return SimpleNamespace(request=request, session=None, flashes=None)
