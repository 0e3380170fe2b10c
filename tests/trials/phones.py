"""Phones that insist: one key, sent until the server answers. What they were answered is the
measure of what the server must still hold.
"""

import threading
import time
from dataclasses import dataclass, field
from random import Random
from typing import Any
from uuid import uuid4

import requests

from tests.support.remote import Line, Workshop, expectation

Json = dict[str, Any]
#: A phone waits this long for an answer, and so long before it asks again, in seconds.
ANSWER_SECONDS = 3.0
PAUSE_SECONDS = 0.05
#: A person who is not answered for so long calls for help, in seconds; longer than any partition.
PATIENCE_SECONDS = 180.0
OPTIONS = ("THM-01", "THM-02", "THM-03")
#: How often a phone writes, corrects its last text, asks an old question again, votes.
HABITS = {"writes": 5, "corrects": 2, "repeats": 2, "votes": 1}


class Contradicted(AssertionError):
    """One key was answered in two ways, or a good wish refused."""


@dataclass
class Asked:
    """A command and its first answer."""

    body: Json
    result: Json


@dataclass
class Phone:
    """One person's device, and what the server told it that it holds."""

    line: Line
    random: Random
    texts: dict[str, str] = field(default_factory=dict)
    choices: dict[str, int] = field(default_factory=dict)
    asked: list[Asked] = field(default_factory=list)
    tries: int = 0
    paper: str = field(default_factory=lambda: uuid4().hex)

    def insist(self, name: str, payload: Json) -> Json:
        """Ask under one key until there is an answer; that of the first time it was heard."""
        asked = Asked({"key": uuid4().hex, "name": name, "payload": payload}, {})
        asked.result = self._until_answered(asked.body)
        self.asked.append(asked)
        return asked.result

    def _until_answered(self, body: Json) -> Json:
        until = time.monotonic() + PATIENCE_SECONDS
        while True:
            self.tries += 1
            if time.monotonic() > until:
                raise Contradicted(f"{body}: never answered")
            try:
                url = f"{self.line.api}/commands"
                answer = self.line.http.post(url, json=body, timeout=ANSWER_SECONDS)
                # Cut within its head, an answer looks whole to the library, and is empty.
                said: Json = answer.json()
            except requests.RequestException:
                threading.Event().wait(PAUSE_SECONDS)
                continue
            if answer.ok:
                result: Json = said["result"]
                return result
            if answer.status_code < 500:
                raise Contradicted(f"{body}: {answer.text}")
            threading.Event().wait(PAUSE_SECONDS)

    def turn(self) -> None:
        """One more gesture of a person."""
        [habit] = self.random.choices(list(HABITS), list(HABITS.values()))
        getattr(self, habit)()

    def writes(self) -> None:
        """A text that nobody else writes."""
        text = f"{self.line.participant} {len(self.texts)}"
        payload = {**expectation(text), "anonymous": False}
        number = str(self.insist("contribution.post", payload)["id"])
        if number in self.texts:
            raise Contradicted(f"{number} was given twice")
        self.texts[number] = text

    def corrects(self) -> None:
        """Another wording of one's last text."""
        if self.texts:
            number = list(self.texts)[-1]
            text = f"{self.texts[number]}, {self.random.randrange(1000)}"
            self.insist("contribution.edit", {"contribution": number, "text": text})
            self.texts[number] = text

    def repeats(self) -> None:
        """An answer that might have been lost is asked again: it must be the first one."""
        if self.asked:
            old = self.random.choice(self.asked)
            if self._until_answered(old.body) != old.result:
                raise Contradicted(f"{old.body} was answered in two ways")

    def votes(self) -> None:
        """A paper, or another one in its place."""
        option = self.random.choice(OPTIONS)
        choices = {option: self.random.randint(1, 3)}
        payload = {"ballot": "VOT-01", "paper_key": self.paper, "choices": choices}
        body = {"key": uuid4().hex, "name": "ballot.cast", "payload": payload}
        self._until_answered(body)
        self.choices = choices


class Crowd:
    """Several phones at it at once, each in a thread of its own, until they are told to stop."""

    def __init__(self, workshop: Workshop, size: int, seed: int) -> None:
        self.workshop = workshop
        self.phones = [
            Phone(workshop.join(table="1"), Random(f"{seed} {place}"))  # noqa: S311 - a dice
            for place in range(size)
        ]
        self._before = set(workshop.facilitator.records("contributions"))
        self._stop = threading.Event()
        self._faults: list[BaseException] = []
        self._hands: list[threading.Thread] = []

    def begin(self) -> None:
        """Let everybody start."""
        self._stop.clear()
        self._hands = [threading.Thread(target=self._work, args=(one,)) for one in self.phones]
        for hand in self._hands:
            hand.start()

    def finish(self) -> None:
        """Let everybody end what they have begun; raises what went wrong for anyone."""
        self.end()
        if self._faults:
            raise self._faults[0]

    def end(self) -> None:
        """The same, whatever went wrong."""
        self._stop.set()
        for hand in self._hands:
            hand.join()

    def _work(self, phone: Phone) -> None:
        try:
            while not self._stop.is_set():
                phone.turn()
        except BaseException as fault:  # noqa: BLE001 - told by `finish`
            self._faults.append(fault)

    @property
    def answered(self) -> int:
        """How many commands were answered so far."""
        return sum(len(one.asked) for one in self.phones)

    def under_way(self) -> None:
        """Wait until one more command was answered: the server is at work again."""
        before = self.answered
        while self.answered == before and any(hand.is_alive() for hand in self._hands):
            threading.Event().wait(0.01)

    @property
    def tries(self) -> int:
        """How many times phones asked."""
        return sum(one.tries for one in self.phones)

    def check(self) -> None:
        """The server holds what it answered, all of it, once, in its last wording."""
        kept = self.workshop.facilitator.records("contributions")
        held = {key: one["text"] for key, one in kept.items() if key not in self._before}
        told = {number: text for one in self.phones for number, text in one.texts.items()}
        assert held == told, _difference(held, told)

    def count(self) -> None:
        """Close the vote: its count is that of the papers that were answered."""
        leader = self.workshop.facilitator
        leader.do("ballot.close", ballot="VOT-01")
        tally = leader.records("ballots")["VOT-01"]["tally"]
        told = dict.fromkeys(OPTIONS, 0)
        for phone in self.phones:
            for option, dots in phone.choices.items():
                told[option] += dots
        counted = {one["option"]: one["total"] for one in tally["scores"]}
        assert counted == told, (counted, told)


def _difference(held: dict[str, str], told: dict[str, str]) -> str:
    lost = {number: told[number] for number in told if number not in held}
    strange = {number: held[number] for number in held if number not in told}
    older = [number for number in told if number in held and held[number] != told[number]]
    return f"lost {lost}, not told {strange}, another wording {older}"


def prepared(workshop: Workshop, size: int, seed: int) -> Crowd:
    """A room that writes and votes at the same time."""
    crowd = Crowd(workshop, size, seed)
    workshop.write()
    leader = workshop.facilitator
    for name in ("Un", "Deux", "Trois"):
        leader.do("theme.create", name=name)
    leader.do("ballot.open", question="Et d’abord ?", subject="themes", budget=3, most=3)
    return crowd
