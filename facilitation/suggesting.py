"""Suggested themes, from a process of their own: the room never waits for them.

`Suggester` is the parent's side: it tells the child what facilitators may read of the texts, and
asks. `python -m facilitation.suggesting` is the child's: one line of JSON in, one out. Suggestions
are no events: nothing is kept on disk, and accepting one is a matter of ordinary theme commands.
"""

import json
import os
import subprocess
import sys
import time
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from threading import Lock
from typing import IO, Any, Final

from facilitation import concurrency
from facilitation.domain.core import Refused
from facilitation.domain.scenario import Term
from facilitation.domain.state import State
from facilitation.service.rooms import Rooms
from facilitation.views.audience import Audience
from facilitation.views.projection import project

Json = dict[str, Any]

#: How often the child is told what came, for those workshops that asked, in seconds.
FEED_EVERY: Final = 3
#: An answer that takes longer is given up.
PATIENCE: Final = 60
#: Without a question for so long the child is let go.
IDLE: Final = 1800
#: How far the child stands back behind the room, where the system knows of it.
POLITE: Final = 5
FACILITATORS: Final = Audience("facilitators")


class Child:
    """The process and the two ends of its line.

    The pipes are plain ones of our own: those that a patched `subprocess` makes belong to green
    threads, and the waiting is done in a real one.
    """

    def __init__(self) -> None:
        theirs, mine = os.pipe()
        self._source: IO[bytes] = open(mine, "wb")  # noqa: SIM115 - for as long as the child
        answers, said = os.pipe()
        self._answers: IO[bytes] = open(answers, "rb")  # noqa: SIM115 - the same
        self.process = subprocess.Popen(
            [sys.executable, "-m", "facilitation.suggesting"],
            stdin=theirs,
            stdout=said,
            stderr=subprocess.DEVNULL,
            cwd=Path(__file__).resolve().parent.parent,
            # On a laptop of two cores the room comes first.
            env={**os.environ, "OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"},
        )
        os.close(theirs)
        os.close(said)

    def exchange(self, line: bytes) -> bytes:
        """One line there and one back, for a real thread; nothing when the child is no more."""
        try:
            self._source.write(line)
            self._source.flush()
            return self._answers.readline()
        except (OSError, ValueError):
            return b""

    def end(self) -> None:
        """Let it go, whatever it is doing."""
        self.process.kill()
        self.process.wait()
        for side in (self._source, self._answers):
            with suppress(OSError):
                side.close()


@dataclass(slots=True)
class Told:
    """What the child knows of one workshop, and when it was last asked about it."""

    texts: dict[str, str] = field(default_factory=dict)
    placed: dict[str, str] = field(default_factory=dict)
    asked: float = 0.0
    erased_at: int = 0


class Suggester:
    """Keeps a child that knows the texts of the workshops whose facilitators asked."""

    def __init__(self, rooms: Rooms) -> None:
        self._rooms = rooms
        self._child: Child | None = None
        self._told: dict[str, Told] = {}
        self._turn = Lock()
        self._exchanges = 0

    def suggest(self, code: str) -> Json:
        """What the texts of a workshop suggest now; raises Refused when there is no answer."""
        return self._ask(code, {"want": "suggest"})

    def why(self, code: str, left: str, right: str) -> Json:
        """What two texts have in common."""
        return self._ask(code, {"want": "why", "left": left, "right": right})

    def feed(self) -> None:
        """Tell the child what came since, so that the next answer takes a moment."""
        now = time.monotonic()
        opened = {room.code for room in self._rooms.opened()}
        for code, told in list(self._told.items()):
            with self._turn, suppress(Refused):
                if now - told.asked > IDLE or code not in opened:
                    # What it remembers of a workshop goes with it.
                    return self.close()
                self._tell(code, {"want": "settle"})
        return None

    def close(self) -> None:
        """Let the child go, with all that it remembers."""
        child, self._child = self._child, None
        self._told.clear()
        if child is not None:
            child.end()

    def _ask(self, code: str, wanted: Json) -> Json:
        with self._turn:
            answer = self._tell(code, wanted)
            self._told[code].asked = time.monotonic()
        return answer

    def _tell(self, code: str, wanted: Json) -> Json:
        """Tell what is new of a workshop, and what is wanted."""
        state = self._rooms.room(code).state
        # Before the texts are read: what is erased during the exchange is seen at the next one.
        erased_at = state.workshop.erased_at
        texts, placed = _readable(state)
        self._let_go_of(code, state)
        known = self._told.get(code, Told())
        gone = sorted(known.texts.keys() - texts.keys())
        put = {key: text for key, text in texts.items() if known.texts.get(key) != text}
        if wanted["want"] == "settle" and not put and not gone and placed == known.placed:
            return {}
        answer = self._exchange(
            {
                "code": code,
                "language": "en" if state.workshop.language == "en" else "fr",
                "glossary": {one.id: one.meaning for one in _terms(state)},
                "put": put,
                "drop": gone,
                "placed": placed,
                **wanted,
            }
        )
        asked = known.asked or time.monotonic()
        self._told[code] = Told(texts, placed, asked, erased_at)
        return answer

    def _let_go_of(self, code: str, state: State) -> None:
        """Of a child that is no more, and of one that may remember an erased text: also of a text
        that was dropped before, for who drops a text still holds some of its words.
        """
        dead = self._child is not None and self._child.process.poll() is not None
        known = self._told.get(code)
        if dead or (known is not None and _lost(known, state)):
            self.close()

    def _exchange(self, message: Json) -> Json:
        """One line there, one line back."""
        if self._child is None:
            self._child = Child()
        self._exchanges += 1
        concurrency.spawn(self._give_up, self._exchanges, self._child)
        line = json.dumps(message).encode() + b"\n"
        answer = concurrency.run_in_real_thread(self._child.exchange, line)
        self._exchanges += 1
        if not answer:
            self.close()
            raise Refused("suggestions_failed")
        read: Json = json.loads(answer)
        return read

    def _give_up(self, exchange: int, child: Child) -> None:
        concurrency.sleep(PATIENCE)
        if self._exchanges == exchange:
            child.process.kill()


def _readable(state: State) -> tuple[dict[str, str], dict[str, str]]:
    """The open texts as facilitators may read them, and the themes they were put in."""
    texts: dict[str, str] = {}
    placed: dict[str, str] = {}
    for one in state.contributions():
        seen = project(state, FACILITATORS, "contributions", one) if one.state == "posted" else None
        if seen is not None and seen.get("text"):
            texts[one.id] = seen["text"]
            if one.theme is not None:
                placed[one.id] = one.theme
    return texts, placed


def _terms(state: State) -> list[Term]:
    """The glossary of the workshop's scenario."""
    return [one for one in state.collections["glossary"].values() if isinstance(one, Term)]


def _lost(known: Told, state: State) -> bool:
    """Whether a text was erased since the child was told, or is in this life no more."""
    erased = state.workshop.erased_at != known.erased_at
    return erased or bool(known.texts.keys() - state.collections["contributions"].keys())


def answer_all(source: IO[bytes], target: IO[bytes]) -> None:
    """The child: answer line by line until there are no more."""
    from facilitation.insight.sentences import encoder  # noqa: PLC0415 - the child's alone: it is
    from facilitation.insight.session import Session  # noqa: PLC0415 - what takes the memory

    if hasattr(os, "nice"):
        os.nice(POLITE)
    sessions: dict[str, Session] = {}
    for line in source:
        asked: Json = json.loads(line)
        code = asked["code"]
        if code not in sessions:
            sessions[code] = Session(asked["language"], asked["glossary"], encoder())
        session = sessions[code]
        session.tell(asked["put"], asked["drop"], asked["placed"])
        match asked["want"]:
            case "suggest":
                answer = session.suggest()
            case "why":
                answer = session.why(asked["left"], asked["right"])
            case _:
                session.settle()
                answer = {}
        target.write(json.dumps(answer).encode() + b"\n")
        target.flush()


if __name__ == "__main__":
    answer_all(sys.stdin.buffer, sys.stdout.buffer)
