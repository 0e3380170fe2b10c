"""Codes to print on cards: one for each place of the table plan, one for each table's device."""

from facilitation.service.keyring import Keyring
from facilitation.service.room import Room


def seats(keyring: Keyring, code: str, places: list[dict[str, str]]) -> list[dict[str, str]]:
    """A fresh code for each place of the table plan."""
    return [
        place
        | {
            "code": keyring.spelt(
                code,
                "seat",
                "participant",
                table=place["table"],
                service=place["service"],
                category=place.get("category", ""),
            )
        }
        for place in places
    ]


def device_codes(keyring: Keyring, room: Room, only: str | None = None) -> list[dict[str, str]]:
    """For each table, or one, a code that opens its shared device on any tablet, all day; the
    codes before it are worth nothing any more.
    """
    wanted = [one.id for one in room.state.tables() if only in (None, one.id)]
    held = keyring.credentials.held(room.code)
    old = {one.id for one in held if one.kind == "resume" and one.table in wanted}
    made = [
        {"table": table, "code": keyring.spelt(room.code, "resume", "table", table=table)}
        for table in wanted
    ]
    keyring.revoke(room.code, old)
    return made
