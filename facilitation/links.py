"""One-use addresses: which page a role opens, and where whoever holds one may open it."""

from facilitation.factory import Built


def link(
    built: Built, code: str, role: str, table: str | None = None, address: str | None = None
) -> str:
    """A one-use address for a role."""
    page = _page(built, code, role, table)
    secret = built.doors.link(code, role, table)
    return f"{address or built.address}{page}?key={secret}"


def invitation(built: Built, code: str, role: str, table: str | None = None) -> str:
    """A one-use address for another device; a facilitator's, over a line that is not encrypted,
    holds a code that is good for some minutes and names that device as one to be let in.
    """
    if role != "facilitator" or built.address.startswith("https:"):
        return link(built, code, role, table)
    page = _page(built, code, role, table)
    secret, _until = built.doors.pairing(code, role)
    return f"{built.address}{page}?key={secret}"


def _page(built: Built, code: str, role: str, table: str | None) -> str:
    """Refused for a code that opens nothing: first, as nothing is to be kept under such a code."""
    built.rooms.room(code)
    names = {"facilitator": "facilitate", "screen": "screen", "observer": "observe"}
    return f"w/{code}/{names.get(role, f'table/{table}')}"
