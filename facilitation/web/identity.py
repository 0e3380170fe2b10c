"""Who sends a request: a bearer token, or the cookie of the role that the page says it plays.

One HttpOnly, SameSite cookie per workshop and role. Writes by cookie carry a header that no
foreign form can send.
"""

from typing import Final

from flask import Request, Response, request

from facilitation.domain.core import Actor, Refused
from facilitation.service.doors import Doors, Entered
from facilitation.service.ways import is_private

HEADER: Final = "X-Tablee-As"
COOKIE_ROLES: Final = ("participant", "facilitator", "screen", "observer", "table")
ONE_DAY: Final = 86_400
KEPT: Final = 14 * ONE_DAY


def cookie_name(code: str, role: str, table: str | None = None) -> str:
    """A device may hold several tables' cookies; other roles are one per workshop."""
    return f"tablee_{code}_{role}" + (f"_{table}" if role == "table" and table else "")


def bearer(incoming: Request = request) -> str | None:
    """The token of the Authorization header, if there is one."""
    scheme, _, token = incoming.headers.get("Authorization", "").partition(" ")
    if scheme.lower() != "bearer" or not token:
        return None
    # Headers are read as Latin-1; a key with accents was sent in UTF-8.
    return token.strip().encode("latin-1", "replace").decode("utf-8", "replace")


def actor(doors: Doors, code: str, *, writes: bool = False, incoming: Request = request) -> Actor:
    """Who asks; refused alike for a missing, unknown or foreign token."""
    token, private = bearer(incoming), is_private(incoming.environ)
    if token is not None:
        return doors.actor(code, token, private=private)
    claimed = incoming.headers.get(HEADER, "" if writes else incoming.args.get("as", ""))
    if writes and not claimed:
        raise Refused("missing_header")
    for role in (claimed,) if claimed else COOKIE_ROLES:
        held = _cookie(incoming, code, role)
        if held:
            return doors.actor(code, held, role.partition(":")[0], private=private)
    raise Refused("unknown_token")


def _cookie(incoming: Request, code: str, claimed: str) -> str | None:
    role, _, table = claimed.partition(":")
    wanted = cookie_name(code, role, table or None)
    held = incoming.cookies.get(wanted)
    if held is None and role == "table" and not table:
        # A device that does not say which table it is has one table's cookie only.
        found = [value for name, value in incoming.cookies.items() if name.startswith(wanted)]
        held = found[0] if len(found) == 1 else None
    return held


def page_actor(
    doors: Doors, code: str, role: str, table: str | None = None, *, telling: bool = False
) -> Actor | None:
    """Who a page's cookie of this role speaks for; None when it must be earned first.

    `telling`: a facilitator who holds one but came by an open line is told so.
    """
    held = request.cookies.get(cookie_name(code, role, table))
    if not held:
        return None
    try:
        return doors.actor(code, held, role, private=is_private(request.environ))
    except Refused as refusal:
        if telling and refusal.code == "console_elsewhere":
            raise
        return None


def remember(response: Response, code: str, entered: Entered) -> Response:
    """Give the browser its token."""
    response.set_cookie(
        cookie_name(code, entered.role, entered.table if entered.role == "table" else None),
        entered.token,
        max_age=KEPT,
        httponly=True,
        samesite="Lax",
        secure=request.is_secure,
        path="/",
    )
    return response
