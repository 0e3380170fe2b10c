"""How people come in: by their own phone or a shared device, twice, at the wrong table, again
from another phone, late.
"""

from collections.abc import Callable
from random import Random
from typing import Any, Final
from uuid import uuid4

from facilitation.rehearsal import crowd
from facilitation.rehearsal.line import Line
from facilitation.rehearsal.people import Device, Person
from facilitation.rehearsal.stage import SEEN, Stage

Json = dict[str, Any]
Links = Callable[[str, str | None], str]

#: One person in so many comes in this way.
BY_SEAT: Final = 4
TWICE: Final = 5
OTHER_PHONE: Final = 6
WRONG_TABLE: Final = 10
LATE: Final = 12


def places(stage: Stage, count: int) -> list[Json]:
    """Where people sit: the table plan first, spread over the tables, then where there is room."""
    status, answer = stage.lead.line.post("seats", {})
    seats = answer.get("seats", []) if status == 200 else []
    rank: dict[str, int] = {}
    ordered = []
    for seat in seats:
        rank[seat["table"]] = rank.get(seat["table"], 0) + 1
        ordered.append((rank[seat["table"]], seat))
    planned = [seat for _rank, seat in sorted(ordered, key=lambda pair: pair[0])]
    return planned[:count] + _more(stage, count - len(planned))


def _more(stage: Stage, count: int) -> list[Json]:
    services = [service["id"] for service in stage.all("services")]
    tables = [table["id"] for table in stage.all("tables")]
    return [
        {"service": services[turn % len(services)], "table": tables[turn % len(tables)]}
        for turn in range(max(0, count))
    ]


def by_phone(stage: Stage, seats: list[Json]) -> None:
    """Everybody but the late ones joins at once, each with their own phone."""
    late = len(seats) // LATE
    _join_all(stage, list(enumerate(seats))[: len(seats) - late])


def late_ones(stage: Stage, seats: list[Json]) -> None:
    """Those who arrive when the day has begun."""
    _join_all(stage, list(enumerate(seats))[len(stage.people) :])


def _join_all(stage: Stage, seats: list[tuple[int, Json]]) -> None:
    arrived: list[Person] = []

    def act(number: int, seat: Json) -> Callable[[], None]:
        def come() -> None:
            arrived.append(_phone(stage, number, seat))

        return come

    crowd.together(stage.ledger, [act(number, seat) for number, seat in seats])
    stage.people.extend(sorted(arrived, key=lambda person: person.number))
    _speakers(stage)


def _phone(stage: Stage, number: int, seat: Json) -> Person:
    rng = Random(f"{stage.site.code}/{number}")  # noqa: S311 - a play, not a secret
    device = Device.new(Line(stage.site, stage.ledger, "participant"))
    if seat.get("code") and number % BY_SEAT == 1:
        key = _by_seat(device, seat)
    else:
        key = _by_program(stage, device, seat, number)
    person = Person(number, key, seat["service"], seat["table"], device, rng)
    person.function = _function(stage, seat)
    device.ear.open()
    if number % WRONG_TABLE == WRONG_TABLE - 1:
        _correct(stage, person, seat)
    if number % OTHER_PHONE == OTHER_PHONE - 1:
        _change_phone(stage, person)
    return person


def _by_seat(device: Device, seat: Json) -> str:
    """The code of the place card, typed on the join page."""
    if not device.line.form("join", {"seat": seat["code"]}):
        device.line.ledger.fault(f"seat code refused at table {seat['table']}")
    return str(device.line.get("me")["participant"])


def _by_program(stage: Stage, device: Device, seat: Json, number: int) -> str:
    wrong = number % WRONG_TABLE == WRONG_TABLE - 1
    body = {
        "service": seat["service"],
        "table": _neighbour(stage, seat["table"]) if wrong else seat["table"],
        "name": stage.book.deal("names") if number % 2 else None,
        "category": seat.get("category", ""),
        "key": uuid4().hex,
    }
    status, answer = device.line.post("participants", body)
    if status != 201:
        raise RuntimeError(f"join: {status} {answer}")
    if number % TWICE == TWICE - 1:
        _again, second = device.line.post("participants", body)
        if second.get("participant") != answer["participant"]:
            stage.ledger.fault("joining twice with one key made two people")
    device.line.bear(answer["token"])
    return str(answer["participant"])


def _neighbour(stage: Stage, table: str) -> str:
    return next((one["id"] for one in stage.all("tables") if one["id"] != table), table)


def _correct(stage: Stage, person: Person, seat: Json) -> None:
    """Sit down at the right table after all: the server asks to come back by the door."""
    if not person.streams.numbers.keys() - {f"table:{seat['table']}", f"me:{person.id}"}:
        return
    person.say("participant.correct", {"table": seat["table"]})
    if not person.streams.wait(lambda: person.device.ear.moved, SEEN):
        stage.ledger.fault("a corrected table did not close the socket")
    person.device.ear.reopen([f"me:{person.id}"])


def _change_phone(stage: Stage, person: Person) -> None:
    """The same person on another phone, by the personal code."""
    _status, answer = person.device.line.post("resume-code", {})
    other = Device.new(Line(stage.site, stage.ledger, "participant"))
    typed = str(answer.get("resume_code", "")).lower()
    if not other.line.form("resume", {"resume": typed}):
        stage.ledger.fault("a resume code was refused")
        return
    person.device.ear.close()
    person.device = other
    other.ear.open()
    if other.line.get("me").get("participant") != person.id:
        stage.ledger.fault("a resume code led to somebody else")


def by_device(stage: Stage, seats: list[Json], link: Links) -> None:
    """One shared device per table; its members are added on it."""
    tables = sorted({seat["table"] for seat in seats})
    found: list[Person] = []

    def act(table: str) -> Callable[[], None]:
        mine = [(number, seat) for number, seat in enumerate(seats) if seat["table"] == table]
        address = link("table", table)
        return lambda: found.extend(_sit_down(stage, table, address, mine))

    crowd.together(stage.ledger, [act(table) for table in tables])
    stage.people.extend(sorted(found, key=lambda person: person.number))
    _speakers(stage)


def _sit_down(stage: Stage, table: str, address: str, mine: list[tuple[int, Json]]) -> list[Person]:
    device = Device.new(Line(stage.site, stage.ledger, f"table:{table}"))
    device.line.follow(address)
    device.ear.open()
    return [_member(stage, device, number, seat) for number, seat in mine]


def _member(stage: Stage, device: Device, number: int, seat: Json) -> Person:
    rng = Random(f"{stage.site.code}/{number}")  # noqa: S311 - a play, not a secret
    payload = {
        "service": seat["service"],
        "table": seat["table"],
        "name": stage.book.deal("names") if number % 2 else None,
        "category": seat.get("category", ""),
    }
    key = str(device.send("participant.join", payload).result.get("participant", ""))
    person = Person(number, key, seat["service"], seat["table"], device, rng, acting=key)
    person.function = _function(stage, seat)
    return person


def _function(stage: Stage, seat: Json) -> str:
    """What somebody does in their service: the table plan says it, or the sentences do."""
    return str(seat.get("function") or stage.book.deal("functions"))


def _speakers(stage: Stage) -> None:
    """Each table has a rapporteur, each service somebody who speaks for it."""
    for person in stage.people:
        stage.spokes.setdefault(person.service, person.id)
    for table in stage.all("tables"):
        seated = [person for person in stage.people if person.table == table["id"]]
        if seated and not stage.lead.streams.one("tables", table["id"]).get("rapporteur"):
            seated[0].say("rapporteur.name", {"table": table["id"], "participant": seated[0].id})
