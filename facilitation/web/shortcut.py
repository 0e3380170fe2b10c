"""The short way of a command: the same view, checks and headers, without the rest of a page's road.

Of the time that a posted text takes, a third went into finding the route and opening the contexts
that pages need. Whatever goes wrong takes the long way, which says so in the reader's language.
"""

import re
from collections.abc import Callable, Iterable
from io import BytesIO
from types import SimpleNamespace
from typing import Any, Final

from flask import Flask, Request
from flask.globals import _cv_app, _cv_request

from facilitation.web.api import FAILED, LARGEST_BODY, command

Environ = dict[str, Any]
Start = Callable[..., Any]
Wsgi = Callable[[Environ, Start], Iterable[bytes]]

PLACE: Final = re.compile("/api/workshops/([A-Za-z0-9]+)/commands")


class Shortcut:
    """A WSGI application before the one that it falls back to."""

    def __init__(self, app: Flask, inner: Wsgi) -> None:
        self._app = app
        self._inner = inner

    def __call__(self, environ: Environ, start: Start) -> Iterable[bytes]:
        """Answer a command; everything else passes."""
        found = PLACE.fullmatch(environ.get("PATH_INFO", ""))
        if found is None or environ.get("REQUEST_METHOD") != "POST" or not _sized(environ):
            return self._inner(environ, start)
        request = self._app.request_class(environ)
        request.view_args = {"code": found[1]}
        try:
            return self._answer(request, start)
        except Exception as failure:  # noqa: BLE001 - told by the long way
            environ[FAILED] = failure
            environ["wsgi.input"] = BytesIO(request.get_data())
            return self._inner(environ, start)

    def _answer(self, request: Request, start: Start) -> Iterable[bytes]:
        app = _cv_app.set(self._app.app_context())
        here = _cv_request.set(_bare(request))
        try:
            for look in self._app.before_request_funcs.get(None, ()):
                look()
            response = command(str((request.view_args or {})["code"]))
            for finish in reversed(self._app.after_request_funcs.get(None, ())):
                response = finish(response)
        finally:
            _cv_request.reset(here)
            _cv_app.reset(app)
        body = response.get_data()
        response.headers["Content-Length"] = str(len(body))
        start(response.status, response.headers.to_wsgi_list())
        return [body]


def _sized(environ: Environ) -> bool:
    """Whether the body is one that is read as it is: told by its length, and small."""
    length = environ.get("CONTENT_LENGTH") or ""
    return (
        length.isdigit() and int(length) <= LARGEST_BODY and "HTTP_TRANSFER_ENCODING" not in environ
    )


def _bare(request: Request) -> Any:
    """As much of a request context as the views and hooks of a command look at."""
    return SimpleNamespace(request=request, session=None, flashes=None)
