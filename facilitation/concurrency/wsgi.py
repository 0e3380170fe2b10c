"""Serving a WSGI application in each async mode: what is never logged, how long a silent line is
waited for.
"""

import socket
import ssl
import sys
from typing import Any

from facilitation import concurrency

Files = tuple[str, str] | None


def serve(listener: socket.socket, app: Any, certificate: Files) -> None:
    """Serve until the process is told to end; over TLS with the files of a certificate and key."""
    serving = {"eventlet": _eventlet, "gevent": _gevent, "threading": _threading}
    serving[concurrency.MODE](listener, app, certificate)


def _eventlet(listener: socket.socket, app: Any, certificate: Files) -> None:
    import eventlet.wsgi  # noqa: PLC0415

    from facilitation.concurrency.kept import Kept  # noqa: PLC0415

    if certificate:
        file, key = certificate
        listener = eventlet.wrap_ssl(listener, server_side=True, certfile=file, keyfile=key)
    eventlet.wsgi.server(
        listener,
        app,
        log_output=False,
        max_size=concurrency.MOST_CONNECTIONS,
        socket_timeout=concurrency.IDLE,
        protocol=Kept,
        debug=False,
    )


def _gevent(listener: socket.socket, app: Any, certificate: Files) -> None:
    kept = {"log": None, "error_log": None, "handler_class": _quiet()}
    files = {"certfile": certificate[0], "keyfile": certificate[1]} if certificate else {}
    _bounded()(listener, app, **kept, **files).serve_forever()


def _quiet() -> type[Any]:
    from gevent import pywsgi  # noqa: PLC0415

    class Quiet(pywsgi.WSGIHandler):  # type: ignore[misc]
        """A packet that makes no sense ends its line, without a trace in the log; so does a
        request of which the rest does not come.
        """

        def read_request(self, line: str) -> Any:
            """As gevent does, but for a line that fell silent in its headers."""
            try:
                return super().read_request(line)
            except OSError as silent:
                raise ValueError from silent

        def handle_error(self, kind: Any, value: Any, trace: Any) -> None:
            """As gevent does, but for a socket's nonsense."""
            nonsense = issubclass(kind, (ValueError, KeyError))
            if nonsense and self.environ.get("PATH_INFO", "").startswith("/socket.io/"):
                self._send_error_response_if_possible(400)
            else:
                super().handle_error(kind, value, trace)

    return Quiet


def _bounded() -> type[Any]:
    from gevent import pywsgi  # noqa: PLC0415

    class Bounded(pywsgi.WSGIServer):  # type: ignore[misc]
        """Waits for what comes, and for whoever reads, no longer than the other modes do."""

        def do_handle(self, line: Any, address: Any) -> None:
            """As gevent does, encrypted or not, on a line that may not be silent for ever."""
            line.settimeout(concurrency.IDLE)
            super().do_handle(line, address)

    return Bounded


def _threading(listener: socket.socket, app: Any, certificate: Files) -> None:
    host, port = listener.getsockname()[:2]
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER) if certificate else None
    if context is not None and certificate is not None:
        context.load_cert_chain(*certificate)
    server = _threaded()(host, port, _without_nonsense(app), _silent(), fd=listener.fileno())
    server.ssl_context = context
    server.serve_forever()


def _threaded() -> type[Any]:
    from werkzeug.serving import ThreadedWSGIServer  # noqa: PLC0415

    class Threaded(ThreadedWSGIServer):
        """Begins to encrypt in the thread of each line: whoever connects and says nothing would
        hold up all who come after.
        """

        def finish_request(self, request: Any, client_address: Any) -> None:
            """Serve one line to its end."""
            request.settimeout(concurrency.IDLE)
            if self.ssl_context is None:
                super().finish_request(request, client_address)
                return
            with self.ssl_context.wrap_socket(request, server_side=True) as line:
                super().finish_request(line, client_address)

        def handle_error(self, request: Any, client_address: Any) -> None:
            """A line that broke, or fell silent, is no news."""
            if not isinstance(sys.exc_info()[1], OSError):
                super().handle_error(request, client_address)

    return Threaded


def _silent() -> type[Any]:
    from werkzeug.serving import WSGIRequestHandler  # noqa: PLC0415

    class Silent(WSGIRequestHandler):
        """Addresses may hold one-use secrets: no request is ever logged."""

        timeout = concurrency.IDLE

        def version_string(self) -> str:
            """Nobody learns what it is made of."""
            return "Tablee"

        def log(self, *_words: Any) -> None:
            """Say nothing."""

    return Silent


def _without_nonsense(app: Any) -> Any:
    """An app whose sockets end at a packet that makes no sense, without a trace in the log."""

    def meant(environ: dict[str, Any], start: Any) -> Any:
        try:
            return app(environ, start)
        except (ValueError, KeyError) as nonsense:
            if not environ.get("PATH_INFO", "").startswith("/socket.io/"):
                raise
            if environ.get("HTTP_UPGRADE"):
                raise ConnectionError from nonsense
            start("400 Bad Request", [("Content-Length", "0")])
            return [b""]

    return meant
