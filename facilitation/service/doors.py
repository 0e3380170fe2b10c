"""Who comes in and by which door: one-use links, joining, resuming, seats, codes of devices.

Secrets are answered once and kept as hashes; an unknown secret and a spent one look alike. A
facilitator is let in where nobody on the network could have read the secret along.
"""

from dataclasses import dataclass
from typing import Final

from facilitation.domain.core import Actor, Refused
from facilitation.domain.expecting import places
from facilitation.domain.people import Join
from facilitation.protocol.catalogue import JOIN
from facilitation.protocol.credentials import Credential, Credentials, secret_hash, tidy_code
from facilitation.protocol.keys import NEWCOMER
from facilitation.protocol.wire import fingerprint
from facilitation.service.jobs import Job
from facilitation.service.keyring import Keyring
from facilitation.service.room import Room
from facilitation.service.rooms import Rooms
from facilitation.views.audience import Audience

LINK_ROLES: Final = ("facilitator", "screen", "observer", "table")
#: How long a code shown on the console brings another device in.
PAIRING_MINUTES: Final = 10
#: When a newcomer who found the room full may try again, in seconds.
FULL_FOR: Final = 30


@dataclass(frozen=True, slots=True)
class Entered:
    """Somebody who came in: the token that the browser keeps, and whose it is."""

    token: str
    role: str
    participant: str | None = None
    table: str | None = None


class Doors:
    """The doors of every workshop of this server."""

    def __init__(self, rooms: Rooms, credentials: Credentials, crowd: int = 1) -> None:
        self._rooms = rooms
        self.crowd = crowd
        self.keyring = Keyring(credentials, rooms.ports.ids)

    def token(self, code: str, role: str, table: str | None = None) -> str:
        """A fresh bearer token for a role."""
        return self.keyring.token(code, role, table)

    def link(self, code: str, role: str, table: str | None = None) -> str:
        """The secret of a fresh one-use link."""
        self._fit(code, role, table)
        return self.keyring.keep(code, "link", role, table=table)

    def pairing(self, code: str, role: str, table: str | None = None) -> tuple[str, int]:
        """A code that brings one other device in, once, and the last moment it is good for."""
        self._fit(code, role, table)
        until = self._rooms.ports.clock.now() + PAIRING_MINUTES * 60_000
        secret = self.keyring.spelt(code, "pairing", role, table=table, category=str(until))
        return secret, until

    def _fit(self, code: str, role: str, table: str | None) -> None:
        if role not in LINK_ROLES:
            raise Refused("unknown_value", field="role")
        if role == "table":
            self._rooms.room(code).state.table(table)

    def enter(
        self, code: str, secret: str, role: str, table: str | None = None, *, private: bool = False
    ) -> Entered:
        """Exchange a one-use link, a pairing or a token for a token; refused when spent."""
        found = self.keyring.find(secret) or self.keyring.find(f"{code}:{tidy_code(secret)}")
        fits = found is not None and found.workshop == code and found.role == role
        if found is None or not fits or (table is not None and found.table != table):
            raise Refused("link_spent")
        if found.kind == "pairing":
            return self._pair(found)
        if found.kind not in ("link", "token"):
            raise Refused("link_spent")
        self._need_private(found, private)
        if found.kind == "link" and not self.keyring.credentials.use(found.secret_hash):
            raise Refused("link_spent")
        return self.admitted(code, role, found.table)

    def admitted(self, code: str, role: str, table: str | None = None) -> Entered:
        """A token for somebody who was let in."""
        return Entered(self.keyring.token(code, role, table), role, table=table)

    def _pair(self, found: Credential) -> Entered:
        in_time = self._rooms.ports.clock.now() <= found.until
        if not in_time or not self.keyring.credentials.use(found.secret_hash):
            raise Refused("link_spent")
        token = self.keyring.token(found.workshop, found.role, found.table, kind="paired")
        return Entered(token, found.role, table=found.table)

    def _need_private(self, found: Credential, private: bool) -> None:
        if found.role == "facilitator" and found.kind != "paired" and not private:
            raise Refused("console_elsewhere")

    def actor(
        self, code: str, token: str, role: str | None = None, *, private: bool = False
    ) -> Actor:
        """Who a token speaks for; refused alike for unknown tokens and other workshops'.

        `private`: the way it came lets nobody read along; a facilitator needs that or a pairing.
        """
        found = self.keyring.known(token)
        if found.workshop != code or (role is not None and found.role != role):
            raise Refused("unknown_token")
        self._need_private(found, private)
        return self._actor(self._rooms.room(code), found)

    def workshop_of(self, token: str) -> str:
        """The workshop that a token opens; refused for an unknown one."""
        return self.keyring.known(token).workshop

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
        token, ident = self.keyring.fresh(), self.keyring.fresh()
        fresh = fingerprint("participant", code, seed or key or self.keyring.fresh())[:32]
        if seed is None:
            self._need_place(room, fresh)
        kept = Credential(secret_hash(token), code, "token", "participant", ident[:16], fresh)
        job = Job(
            Actor("newcomer"),
            JOIN,
            wanted,
            key=key or self.keyring.fresh(),
            body_hash=fingerprint(JOIN.name, wanted),
            owner=NEWCOMER,
            fresh=fresh,
            credentials=(kept,),
        )
        participant = str(room.submit(job)["result"]["participant"])
        if job.repeated or participant != fresh:
            token = self.keyring.keep(code, "token", "participant", participant=participant)
        else:
            self.keyring.remember(kept)
        return Entered(token, "participant", participant, wanted.table)

    def _need_place(self, room: Room, fresh: str) -> None:
        """Of more people than were expected only so many come in by themselves; whoever is in
        already, and a simulated crowd, may.
        """
        state = room.state
        if state.workshop.rehearsal or not state.workshop.expected:
            return
        inside = sum(1 for one in state.participants() if one.state == "present")
        if inside >= places(state) * self.crowd and room.person(fresh) is None:
            raise Refused("room_full", seconds=FULL_FOR)

    def resume_code(self, code: str, participant: str) -> str:
        """A personal code that brings the same person to another phone, once."""
        return self.keyring.spelt(code, "resume", "participant", participant=participant)

    def resume(self, code: str, typed: str) -> Entered:
        """Whoever holds a code, again: a person, a seat, a table's device, a paired device."""
        found = self.keyring.find(f"{code}:{tidy_code(typed)}")
        match found.kind if found is not None else "":
            case "seat" if found is not None:
                return self._sit(code, found)
            case "pairing" if found is not None:
                return self._pair(found)
            case "resume" if found is not None and found.participant is not None:
                return self._again(code, found.participant)
            case "resume" if found is not None:
                return self.admitted(code, "table", found.table)
        raise Refused("unknown_resume_code")

    def _again(self, code: str, participant: str) -> Entered:
        room = self._rooms.room(code)
        person = room.arrived(participant)
        kept = room.kept(participant)
        if person is None:
            raise Refused("unknown_resume_code")
        token = self.keyring.keep(code, "token", "participant", participant=kept)
        return Entered(token, "participant", kept, person[1])

    def _sit(self, code: str, seat: Credential) -> Entered:
        """A seat is one person: the first time joins, the next times resumes; an entry that was
        taken off the list leaves its seat free. Its key says nothing of its code, which is short
        enough to be guessed from whatever follows from it.
        """
        before = seat.participant
        if before is not None and self._rooms.room(code).arrived(before) is not None:
            return self._again(code, before)
        wanted = Join(seat.service or "", seat.table or "", None, seat.category)
        if before is None:
            entered = self.join(code, wanted, _key(seat.id), f"seat {seat.id}")
            self.keyring.credentials.use(seat.secret_hash, entered.participant)
            return entered
        again = _key(seat.id, before)
        entered = self.join(code, wanted, again, f"seat {seat.id} after {before}")
        self.keyring.credentials.seat(seat.secret_hash, before, str(entered.participant))
        return entered


def _key(*seat: str) -> str:
    return fingerprint("seat", *seat)[:32]


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
