"""Who comes in and by which door: tokens, one-use links, joining, resuming, seats.

Secrets are answered once and kept as hashes; an unknown secret and a spent one look alike.
"""

from dataclasses import dataclass
from typing import Any, Final

from facilitation.domain.core import Actor, Refused
from facilitation.domain.people import Join
from facilitation.protocol.catalogue import JOIN
from facilitation.protocol.credentials import Credential, Credentials, secret_hash, tidy_code
from facilitation.protocol.wire import fingerprint
from facilitation.service.room import Room
from facilitation.service.rooms import Rooms, spell
from facilitation.service.writer import Job
from facilitation.views.audience import Audience

LINK_ROLES: Final = ("facilitator", "screen", "observer", "table")
RESUME_LENGTH: Final = 8
#: Tokens kept at hand; more than a full house of phones with a few devices each.
MOST_KNOWN: Final = 20_000
SEAT_LENGTH: Final = 6


@dataclass(frozen=True, slots=True)
class Entered:
    """Somebody who came in: the token that the browser keeps, and whose it is."""

    token: str
    role: str
    participant: str | None = None
    table: str | None = None


class Doors:
    """The doors of every workshop of this server."""

    def __init__(self, rooms: Rooms, credentials: Credentials) -> None:
        self._rooms = rooms
        self._credentials = credentials
        self._known: dict[str, Credential] = {}

    def _new(self) -> str:
        return self._rooms.ports.ids.new()

    def _keep(self, code: str, kind: str, role: str, **more: Any) -> str:
        secret = str(more.pop("secret", "")) or self._new()
        ident = self._new()[:16]
        self._credentials.add(Credential(secret_hash(secret), code, kind, role, ident, **more))
        return secret

    def token(self, code: str, role: str, table: str | None = None) -> str:
        """A fresh bearer token for a role."""
        return self._keep(code, "token", role, table=table)

    def link(self, code: str, role: str, table: str | None = None) -> str:
        """The secret of a fresh one-use link."""
        if role not in LINK_ROLES:
            raise Refused("unknown_value", field="role")
        if role == "table":
            self._rooms.room(code).state.table(table)
        return self._keep(code, "link", role, table=table)

    def enter(self, code: str, secret: str, role: str, table: str | None = None) -> Entered:
        """Exchange a one-use link, or a token, for a token of its role; refused when spent."""
        found = self._credentials.find(secret_hash(secret))
        fits = found is not None and found.workshop == code and found.role == role
        if found is None or not fits or (table is not None and found.table != table):
            raise Refused("link_spent")
        if found.kind == "link" and not self._credentials.use(found.secret_hash):
            raise Refused("link_spent")
        if found.kind not in ("link", "token"):
            raise Refused("link_spent")
        return Entered(self.token(code, role, found.table), role, table=found.table)

    def actor(self, code: str, token: str, role: str | None = None) -> Actor:
        """Who a token speaks for; refused alike for unknown tokens and other workshops'."""
        found = self._token(token)
        if found is None or found.workshop != code:
            raise Refused("unknown_token")
        if role is not None and found.role != role:
            raise Refused("unknown_token")
        return self._actor(self._rooms.room(code), found)

    def workshop_of(self, token: str) -> str:
        """The workshop that a token opens; refused for an unknown one."""
        found = self._token(token)
        if found is None:
            raise Refused("unknown_token")
        return found.workshop

    def _token(self, token: str) -> Credential | None:
        """A token's credential. Every request asks: what never changes is not read twice."""
        hashed = secret_hash(token)
        if hashed in self._known:
            return self._known[hashed]
        found = self._credentials.find(hashed)
        if found is None or found.kind != "token":
            return None
        if len(self._known) >= MOST_KNOWN:
            self._known.clear()
        self._known[hashed] = found
        return found

    def _actor(self, room: Room, found: Credential) -> Actor:
        if found.participant is None:
            return Actor(found.role, found.id, None, found.table)
        person = room.arrived(found.participant)
        participant = room.kept(found.participant)
        if person is None:
            raise Refused("unknown_token")
        return Actor(found.role, found.id, participant, person[1])

    def join(
        self, code: str, wanted: Join, key: str | None = None, seed: str | None = None
    ) -> Entered:
        """Somebody new; with the same key twice, the same person.

        Who they are follows from their key (for a seat from its own id, which its short code does
        not tell): a server that went back in time makes the same person of it again.
        """
        room = self._rooms.room(code)
        token = self._new()
        fresh = fingerprint("participant", code, seed or key or self._new())[:32]
        kept = Credential(secret_hash(token), code, "token", "participant", self._new()[:16], fresh)
        job = Job(
            Actor("newcomer"),
            JOIN,
            wanted,
            key=key or self._new(),
            body_hash=fingerprint(JOIN.name, wanted),
            owner="newcomer",
            fresh=fresh,
            credentials=(kept,),
        )
        participant = str(room.submit(job)["result"]["participant"])
        if job.repeated or participant != fresh:
            token = self._keep(code, "token", "participant", participant=participant)
        return Entered(token, "participant", participant, wanted.table)

    def resume_code(self, code: str, participant: str) -> str:
        """A personal code that brings the same person to another phone, once."""
        secret = spell(self._new(), RESUME_LENGTH)
        self._keep(
            code, "resume", "participant", participant=participant, secret=f"{code}:{secret}"
        )
        half = RESUME_LENGTH // 2
        return f"{secret[:half]}-{secret[half:]}"

    def resume(self, code: str, typed: str) -> Entered:
        """The same person, or a table's device, again; the code stays good for the next change."""
        found = self._credentials.find(secret_hash(f"{code}:{tidy_code(typed)}"))
        if found is not None and found.kind == "seat":
            return self._sit(code, found)
        if found is None or found.kind != "resume":
            raise Refused("unknown_resume_code")
        if found.participant is None:
            return Entered(self.token(code, "table", found.table), "table", table=found.table)
        return self._again(code, found.participant)

    def _again(self, code: str, participant: str) -> Entered:
        room = self._rooms.room(code)
        person = room.arrived(participant)
        kept = room.kept(participant)
        if person is None:
            raise Refused("unknown_resume_code")
        token = self._keep(code, "token", "participant", participant=kept)
        return Entered(token, "participant", kept, person[1])

    def _sit(self, code: str, seat: Credential) -> Entered:
        """A seat is one person: the first time joins, the next times resumes."""
        if seat.participant is not None:
            return self._again(code, seat.participant)
        wanted = Join(seat.service or "", seat.table or "", None, seat.category)
        entered = self.join(code, wanted, key=seat.secret_hash[:32], seed=f"seat {seat.id}")
        self._credentials.use(seat.secret_hash, entered.participant)
        return entered

    def seats(self, code: str, places: list[dict[str, str]]) -> list[dict[str, str]]:
        """A fresh code for each place of the table plan."""
        made = []
        for place in places:
            secret = spell(self._new(), SEAT_LENGTH)
            self._keep(
                code,
                "seat",
                "participant",
                table=place["table"],
                service=place["service"],
                category=place.get("category", ""),
                secret=f"{code}:{secret}",
            )
            made.append(place | {"code": secret})
        return made

    def device_codes(self, code: str) -> list[dict[str, str]]:
        """For each table a code that opens its shared device, on any tablet, all day."""
        made = []
        for table in self._rooms.room(code).state.tables():
            secret = spell(self._new(), RESUME_LENGTH)
            self._keep(code, "resume", "table", table=table.id, secret=f"{code}:{secret}")
            made.append({"table": table.id, "code": secret})
        return made


def audiences(actor: Actor) -> list[Audience]:
    """The streams that an actor listens to."""
    match actor.role:
        case "facilitator":
            return [Audience("facilitators")]
        case "observer":
            return [Audience("observers")]
        case "screen":
            return [Audience("screen")]
        case "table":
            return [Audience("table", actor.table or "")]
        case "participant":
            mine = Audience("me", actor.participant or "")
            return [Audience("table", actor.table or ""), mine]
    return []
