"""What every answer carries: a strict content policy and the other safe headers."""

from typing import Final

from flask import Flask, Response, request

POLICY: Final = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self' data:",
        "font-src 'self'",
        "connect-src 'self' {sockets}",
        "manifest-src 'self'",
        "worker-src 'self'",
        "base-uri 'none'",
        "form-action 'self'",
        "frame-ancestors 'none'",
        "require-trusted-types-for 'script'",
        "trusted-types lit-html tablee",
    )
)

#: What a cache never keeps; static files are the only others.
DATA: Final = frozenset({"text/html", "application/json"})
#: What no page of ours ever asks a phone for.
PERMISSIONS: Final = "camera=(), microphone=(), geolocation=(), usb=(), payment=()"


def install(app: Flask) -> None:
    """Set the headers on every answer."""
    app.after_request(_safe)


def _safe(response: Response) -> Response:
    scheme = "wss" if request.is_secure else "ws"
    # Older Safari does not read 'self' as covering sockets: they are named.
    policy = POLICY.format(sockets=f"{scheme}://{request.host}")
    response.headers.setdefault("Content-Security-Policy", policy)
    response.headers["X-Content-Type-Options"] = "nosniff"
    # With "no-referrer" browsers would hide the origin of our own forms from us as well.
    response.headers["Referrer-Policy"] = "same-origin"
    response.headers["Permissions-Policy"] = PERMISSIONS
    response.headers["Cross-Origin-Resource-Policy"] = "same-origin"
    if request.is_secure:
        # Over plain http browsers ignore it, and complain on every page.
        response.headers["Cross-Origin-Opener-Policy"] = "same-origin"
    if response.mimetype in DATA:
        response.headers["Cache-Control"] = "no-store"
    return response
