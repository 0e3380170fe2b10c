"""A device's way up: HTTP with a key of its own making, tried again until it is answered.

Refusals come back as answers; only a server that stays silent raises.
"""

import time
from dataclasses import dataclass, field
from typing import Any, Final
from uuid import uuid4

import requests

from facilitation.rehearsal.ledger import Ledger

Json = dict[str, Any]

#: How long a command is tried again before it counts as lost, and one try may take.
PATIENCE: Final = 60.0
TRY: Final = 20.0
LONGEST_PAUSE: Final = 2.0
TOO_FAST: Final = 429
FAILED: Final = 500


class Silent(Exception):
    """The server does not answer."""


@dataclass(frozen=True, slots=True)
class Site:
    """Where the workshop is served."""

    root: str
    code: str

    @property
    def api(self) -> str:
        """The workshop's own address for programs."""
        return f"{self.root}api/workshops/{self.code}"

    @property
    def page(self) -> str:
        """The workshop's own address for people."""
        return f"{self.root}w/{self.code}"


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back of a command."""

    ok: bool
    result: Json = field(default_factory=dict)
    code: str = ""
    seq: int = 0
    current: Any = None


@dataclass(frozen=True, slots=True)
class Wish:
    """A command to send; `may` names the refusals that are no surprise."""

    name: str
    payload: Json
    key: str = field(default_factory=lambda: uuid4().hex)
    base: int | None = None
    acting: str | None = None
    may: tuple[str, ...] = ()

    def body(self) -> Json:
        """The body of the request."""
        body: Json = {"key": self.key, "name": self.name, "payload": self.payload}
        if self.base is not None:
            body["base"] = self.base
        if self.acting is not None:
            body["as"] = self.acting
        return body


class Line:
    """One device: its cookies or token, and the role it speaks in."""

    def __init__(self, site: Site, ledger: Ledger, role: str) -> None:
        self.site = site
        self.ledger = ledger
        self.role = role
        self.token = ""
        self.session = requests.Session()
        # A proxy of the machine has no business between a simulated phone and this server.
        self.session.trust_env = False
        self.session.headers["X-Tablee-As"] = role

    def bear(self, token: str) -> None:
        """Speak with a token instead of a cookie."""
        self.token = token
        self.session.headers["Authorization"] = f"Bearer {token}"

    def follow(self, link: str) -> None:
        """Open a one-use link and keep its cookie, as a browser does."""
        answer = self.session.post(link, allow_redirects=False, timeout=TRY)
        if answer.status_code != 303:
            raise Silent(f"{self.role}: {answer.status_code}")

    def form(self, page: str, fields: dict[str, str]) -> bool:
        """Send one of the page's forms; whether it led on, with a cookie."""
        address = f"{self.site.page}/{page}"
        answer = self.session.post(address, data=fields, allow_redirects=False, timeout=TRY)
        return answer.status_code == 303

    @property
    def cookie(self) -> str:
        """The cookies as a header, for the socket."""
        return "; ".join(f"{one.name}={one.value}" for one in self.session.cookies)

    def get(self, what: str, **query: str) -> Json:
        """Read as JSON."""
        answer = self._tried("GET", f"{self.site.api}/{what}", params=query)
        content: Json = answer.json()
        return content

    def post(self, what: str, body: Json) -> tuple[int, Json]:
        """Send JSON to one of the addresses beside the commands."""
        answer = self._tried("POST", f"{self.site.api}/{what}", json=body)
        return answer.status_code, answer.json()

    def send(self, wish: Wish) -> Answer:
        """Send a command until it is answered; count what came of it."""
        self.ledger.sent()
        started = time.perf_counter()
        answer = self._tried("POST", f"{self.site.api}/commands", json=wish.body()).json()
        if answer.get("ok"):
            self.ledger.acked(time.perf_counter() - started)
            return Answer(True, answer["result"], seq=answer["seq"])
        code = str(answer.get("code"))
        self.ledger.refused(wish.name, code, expected=code in wish.may)
        return Answer(False, code=code, current=answer.get("current"))

    def _tried(self, method: str, address: str, **more: Any) -> requests.Response:
        """The answer, however often it takes; 5xx and broken connections are tried again."""
        until = time.monotonic() + PATIENCE
        pause = 0.1
        while True:
            try:
                answer = self.session.request(method, address, timeout=TRY, **more)
                if answer.status_code != TOO_FAST and answer.status_code < FAILED:
                    return answer
                pause = max(pause, float(answer.headers.get("Retry-After", 0)))
                reason = f"{answer.status_code} {answer.text[:200]}"
            except requests.RequestException as problem:
                reason = type(problem).__name__
            if time.monotonic() > until:
                raise Silent(f"{method} {address}: {reason}")
            self.ledger.retried()
            time.sleep(pause)
            pause = min(LONGEST_PAUSE, pause * 2)
