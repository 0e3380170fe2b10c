"""Random commands, valid and not, made from the catalogue itself: a new command joins by itself.

`POOLS` gives the values of a payload's fields, by name; a field without a pool fails a test.
"""

from dataclasses import MISSING, dataclass, fields
from typing import Any

from hypothesis import strategies as st

from facilitation.domain import (
    ballots,
    curation,
    records,
    referents,
    sheets,
    statements,
    vocabulary,
)
from facilitation.domain.workshop import MINUTES_STATUSES
from facilitation.protocol.catalogue import CATALOGUE
from facilitation.protocol.commands.command import Command
from tests.support.playing import PEOPLE, SENDERS

Json = dict[str, Any]

WORDS = st.sampled_from(("Un mot", "Deux mots", "Trois", "Quatre", "Cinq", ""))
TEXTS = tuple(
    f"{prefix}-{number:03d}" for prefix in ("ATT", "POS", "PRO") for number in range(1, 6)
)
THEMES = tuple(f"THM-{number:02d}" for number in range(1, 6))
OPTIONS = (*THEMES[:3], *TEXTS[-3:], "utile")
SHEET_VALUES = st.one_of(
    WORDS,
    st.none(),
    st.sampled_from(("ddt", "ars", "eau", "local", "retained", "THM-01", "DIR-01")),
    st.lists(st.sampled_from(TEXTS), max_size=3),
    st.just(["cas-1"]),
    st.just([{"content": "Lancer"}]),
    st.just([{"service": "ars", "role": "supports"}]),
)


def some(*values: str) -> st.SearchStrategy[list[str]]:
    """A short list of values, maybe with one twice."""
    return st.lists(st.sampled_from(values), max_size=3)


def one(*values: Any) -> st.SearchStrategy[Any]:
    """One of these."""
    return st.sampled_from(values)


POOLS: dict[str, st.SearchStrategy[Any]] = {
    "action": one("ACT-01", "ACT-02", "ACT-03"),
    "addressee": one("ddt", "ars", "state", ""),
    "allows": some(*vocabulary.ALLOWED),
    "anonymous": st.booleans(),
    "ballot": one("VOT-01", "VOT-02", "VOT-03"),
    "attendee": one("prefet", "PER-01", "service/ars", "service/nulle"),
    "bases": st.lists(st.integers(0, 60), max_size=3),
    "of": one("VOT-01", "VOT-02", "ACT-01", "ACT-02"),
    "option": one(*OPTIONS, None, None),
    "outcome": one(*vocabulary.OUTCOMES, "perdu", None),
    "budget": one(1, 3, 5, 101),
    "case": one("cas-1", "cas-2", "cas-9"),
    "cases": some("cas-1", "cas-2", "cas-9"),
    "number": one(1, 2, 9),
    "category": one("A", "direction"),
    "choices": st.dictionaries(one(*OPTIONS), one(0, 1, 2, 4), max_size=3),
    "color": one(0, 3, 9),
    "command": st.integers(1, 80),
    "commitment": one("ENG-01", "ENG-02"),
    "contribution": one(*TEXTS),
    "contributions": some(*TEXTS),
    "duplicate": one(*(key for key, _, _ in PEOPLE)),
    "edit_secret": one("secret-un", "secret-deux"),
    "field": one(*records.ACTION_FIELDS),
    "kind": one(*vocabulary.KINDS, "personal", "service"),
    "lens": one("elu", "usager", ""),
    "level": one("local", "national", ""),
    "merged": one(*THEMES),
    "message": one("MSG-01", "MSG-02"),
    "minutes": one(-2, 1, 5, 700),
    "most": one(1, 3),
    "name": one("Un thème", ""),
    "followup.give reason": WORDS,
    "contribution.post kind": one(*vocabulary.KINDS, "rêve"),
    "participant.join name": one("NOM-nouveau", ""),
    "participant.correct name": one("NOM-changé", ""),
    "note": st.just("NOTE-du-thème"),
    "options": some(*OPTIONS),
    "page": one(-1, 0, 2),
    "people": one(0, 80, 100_000),
    "paper_key": one("cle-1", "cle-2", "cle-3", "cle-4", ""),
    "parked": one("PTU-01", "PTU-02"),
    "participant": one(*(key for key, _, _ in PEOPLE)),
    "policy": one("eau", "logement", "mer"),
    "position": one(1, 2, 3),
    "question": WORDS,
    "questions": st.just(["Qui ?"]),
    "reason": one(*curation.REASONS[:2], "inconnu"),
    "role": one(*vocabulary.ROLES[:4], ""),
    "scene": one(*vocabulary.SCENES, "cinema"),
    "service": one("ddt", "ars", "dreal"),
    "speakers": some("préfet", "directeur"),
    "state": one(*statements.STATES, *referents.REFERENT_STATES, *vocabulary.ATTENDANCE),
    "statement": one("DIR-01", "DIR-02"),
    "status": one(*MINUTES_STATUSES, *sheets.STATUSES),
    "step": one(*(step for step in ("accueil", "attentes", "situations", "vote", "plan"))),
    "subject": one(*ballots.SUBJECTS),
    "table": one("1", "2", "9"),
    "tags": some(*vocabulary.TAGS),
    "theme": one(*THEMES),
    "value": SHEET_VALUES,
    "voter": one("paper/1/1", "paper/2/1", "paper/1/0"),
    "writing": one(0, 3, -1),
}
FLAGS = (
    "dark",
    "done",
    "for_table",
    "me",
    "observer",
    "on",
    "private",
    "subject_to_hierarchy",
    "votes",
)
WRITTEN = (
    "audience",
    "by",
    "carried_by",
    "competence",
    "context",
    "date",
    "decider",
    "does_not_say",
    "due",
    "function",
    "instruction",
    "need",
    "owner",
    "remark",
    "says",
    "subtitle",
    "text",
    "title",
)
POOLS |= dict.fromkeys(FLAGS, st.booleans()) | dict.fromkeys(WRITTEN, WORDS)

#: What happens most in a room, and what undoes it.
FREQUENT = (
    *("contribution.post",) * 20,
    *("undo", "theme.create", "theme.assign", "ballot.cast") * 4,
    *("contribution.set_aside", "contribution.restore", "theme.remove") * 2,
    *(
        "step.start",
        "ballot.open",
        "ballot.close",
        "ballot.reveal",
        "followup.give",
        "screen.show",
        "theme.merge",
    )
    * 2,
)


@dataclass(frozen=True)
class Gesture:
    """A request before it is sent: `sender` is one of the cast."""

    sender: str
    name: str
    payload: Json
    base: int | None
    minutes: int


def payloads(command: Command) -> st.SearchStrategy[Json]:
    """Payloads of a command: what may be left out sometimes is."""
    required, optional = {}, {}
    for field in fields(command.payload):
        pool = POOLS.get(f"{command.name} {field.name}", POOLS[field.name])
        (required if field.default is MISSING else optional)[field.name] = pool
    return st.fixed_dictionaries(required, optional=optional)


def _senders(command: Command) -> st.SearchStrategy[str]:
    """Mostly somebody who may; now and then anybody."""
    fit = [name for name in SENDERS if _role(name) in command.roles]
    return st.sampled_from((*fit * 3, *SENDERS))


def _role(name: str) -> str:
    role = {"claire": "facilitator", "hugo": "facilitator", "screen": "screen"}.get(name, name)
    return "table" if role.startswith("device") else "participant" if role[0] == "p" else role


def _gesture(command: Command) -> st.SearchStrategy[Gesture]:
    base = st.one_of(st.none(), st.none(), st.integers(0, 60))
    return st.builds(
        Gesture, _senders(command), st.just(command.name), payloads(command), base, one(0, 1, 8)
    )


_BY_NAME = {name: _gesture(command) for name, command in CATALOGUE.items()}


def gestures() -> st.SearchStrategy[Gesture]:
    """One random gesture of the catalogue."""
    return st.sampled_from((*CATALOGUE, *FREQUENT)).flatmap(lambda name: _BY_NAME[name])


def days() -> st.SearchStrategy[list[Gesture]]:
    """A whole day of gestures."""
    return st.lists(gestures(), min_size=12, max_size=60)
