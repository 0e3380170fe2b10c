"""Two facilitators do the same thing at the same moment; a vote arrives while it is closed; texts
are merged away while their author corrects them.
"""

from collections import Counter
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from threading import Barrier
from typing import Any
from uuid import uuid4

import requests

from tests.support.remote import Line, Workshop, expectation
from tests.trials.telling import tell

Json = dict[str, Any]
OPTIONS = ("THM-01", "THM-02")


class Table:
    """One workshop with two facilitators and a participant, round after round."""

    def __init__(self, workshop: Workshop, second: Line) -> None:
        self.workshop = workshop
        self.claire, self.hugo = workshop.facilitator, second
        self.awa = workshop.join(table="1")
        self.seen: Counter[str] = Counter()
        workshop.write()
        self.names = [self.claire.do("theme.create", name=name)["id"] for name in ("Un", "Deux")]

    def rounds(self, number: int) -> Counter[str]:
        """So many rounds of each kind; how often each outcome was seen."""
        for done in range(1, number + 1):
            self.same_theme(done)
            self.same_card()
            self.same_step()
            self.vote_and_close()
            self.merge_and_correct(done)
            tell(done, number, str(dict(self.seen)))
        return self.seen

    def same_theme(self, done: int) -> None:
        """Both rename what both saw: one does, the other is shown what it became."""
        base = self._version("themes", self.names[0])
        wishes = [
            self._wish(one, "theme.rename", base=base, theme=self.names[0], name=f"{who} {done}")
            for one, who in ((self.claire, "Claire"), (self.hugo, "Hugo"))
        ]
        self._one_wins("theme", together(*wishes), "name")

    def same_card(self) -> None:
        """Both file the same text elsewhere."""
        number = self._text()
        base = self._version("contributions", number)
        wishes = [
            self._wish(one, "theme.assign", contributions=[number], theme=theme, bases=[base])
            for one, theme in zip((self.claire, self.hugo), self.names, strict=True)
        ]
        won, _lost = self._one_wins("card", together(*wishes), "theme")
        filed = self.claire.records("contributions")[number]["theme"]
        assert filed == self.names[won]

    def same_step(self) -> None:
        """Both press « next »: the room moves by one step."""
        steps = list(self.claire.records("steps").values())
        following = steps[(self._running(steps) + 1) % len(steps)]["id"]
        wishes = [self._wish(one, "step.start", step=following) for one in (self.claire, self.hugo)]
        answers = together(*wishes)
        codes = sorted(one.json().get("code", "") for one in answers)
        assert codes == ["", "step_already_running"], _said(answers)
        now = list(self.claire.records("steps").values())
        assert now[self._running(now)]["id"] == following
        self.seen["step"] += 1

    def vote_and_close(self) -> None:
        """A paper that was answered is counted, one that was refused is not."""
        ballot = self.claire.do("ballot.open", question="?", subject="themes", budget=3, most=3)
        number, key = ballot["id"], uuid4().hex
        cast = {"ballot": number, "paper_key": key, "choices": {OPTIONS[0]: 2}}
        answers = together(
            self._wish(self.awa, "ballot.cast", **cast),
            self._wish(self.claire, "ballot.close", ballot=number),
        )
        taken, closed = (one.status_code == 200 for one in answers)
        assert closed, _said(answers)
        tally = self.claire.records("ballots")[number]["tally"]
        scores = {one["option"]: one["total"] for one in tally["scores"]}
        assert scores.get(OPTIONS[0], 0) == (2 if taken else 0), (scores, _said(answers))
        self.seen["vote counted" if taken else "vote too late"] += 1

    def merge_and_correct(self, done: int) -> None:
        """The author's words and the theme that swallows the text's own both come through."""
        merged = self.claire.do("theme.create", name=f"À fondre {done}")["id"]
        number = self._text()
        self.claire.do("theme.assign", contributions=[number], theme=merged)
        answers = together(
            self._wish(self.awa, "contribution.edit", contribution=number, text=f"Mieux {done}"),
            self._wish(self.claire, "theme.merge", theme=self.names[1], merged=merged),
        )
        assert all(one.ok for one in answers), _said(answers)
        text = self.claire.records("contributions")[number]
        assert (text["text"], text["theme"]) == (f"Mieux {done}", self.names[1])
        self.seen["merge"] += 1

    def _one_wins(self, what: str, answers: list[requests.Response], field: str) -> tuple[int, int]:
        statuses = [one.status_code for one in answers]
        assert sorted(statuses) == [200, 409], _said(answers)
        won, lost = statuses.index(200), statuses.index(409)
        assert field in answers[lost].json()["current"], _said(answers)
        self.seen[what] += 1
        return won, lost

    def _wish(self, line: Line, command: str, /, **payload: Any) -> Callable[[], requests.Response]:
        return lambda: line.send(command, **payload)

    def _version(self, collection: str, key: str) -> int:
        return int(self.claire.records(collection)[key]["v"])

    def _text(self) -> str:
        payload = expectation(uuid4().hex, anonymous=False, step="expectations")
        return str(self.awa.do("contribution.post", **payload)["id"])

    def _running(self, steps: list[Json]) -> int:
        return next(place for place, one in enumerate(steps) if one["state"] == "running")


def together(*wishes: Callable[[], requests.Response]) -> list[requests.Response]:
    """All at the same moment, as well as threads can."""
    start = Barrier(len(wishes))

    def go(wish: Callable[[], requests.Response]) -> requests.Response:
        start.wait()
        return wish()

    with ThreadPoolExecutor(len(wishes)) as hands:
        sent: list[Future[requests.Response]] = [hands.submit(go, wish) for wish in wishes]
    return [one.result() for one in sent]


def _said(answers: list[requests.Response]) -> list[str]:
    return [f"{one.status_code} {one.text[:200]}" for one in answers]
