"""The protocol as a program beside Tablée's own pages speaks it: HTTP up, Socket.IO down."""

import threading
from collections.abc import Callable
from copy import deepcopy
from typing import Any, Self
from uuid import uuid4

import requests
import socketio

Json = dict[str, Any]
ADMIN_KEY = "clé-d’administration-des-essais"
PATIENCE = 60


def refused(answer: requests.Response) -> tuple[int, str]:
    """The status and code of a refusal, which is told in one sentence."""
    said = answer.json()
    assert said["ok"] is False
    assert said["message"].strip()
    return answer.status_code, said["code"]


class Line:
    """One device on one workshop, known by its token; French unless it says otherwise."""

    def __init__(self, root: str, code: str, token: str = "", language: str = "fr") -> None:
        self.root = root
        self.code = code
        self.token = token
        self.participant = ""
        self.http = requests.Session()
        self.http.headers["Accept-Language"] = language
        if token:
            self.http.headers["Authorization"] = f"Bearer {token}"

    @property
    def api(self) -> str:
        """The workshop's address for programs."""
        return f"{self.root}/api/workshops/{self.code}"

    def get(self, path: str, **parameters: Any) -> requests.Response:
        """Read."""
        return self.http.get(f"{self.api}/{path}", params=parameters, timeout=PATIENCE)

    def post(self, path: str, **content: Any) -> requests.Response:
        """Write, with whatever `requests` takes."""
        return self.http.post(f"{self.api}/{path}", timeout=PATIENCE, **content)

    def send(self, name: str, /, **payload: Any) -> requests.Response:
        """A command with a fresh key; `key`, `base` and `acting` go beside the payload."""
        body: Json = {"key": payload.pop("key", None) or uuid4().hex, "name": name}
        for beside, wire in (("base", "base"), ("acting", "as")):
            if beside in payload:
                body[wire] = payload.pop(beside)
        return self.post("commands", json=body | {"payload": payload})

    def do(self, name: str, /, **payload: Any) -> Json:
        """A command that must be done; its result."""
        answer = self.send(name, **payload)
        assert answer.ok, answer.text
        result: Json = answer.json()["result"]
        return result

    def records(self, collection: str) -> Json:
        """What this device may see of a collection."""
        kept: Json = self.get("snapshot").json()["records"][collection]
        return kept

    def close(self) -> None:
        """Hang up."""
        self.http.close()


class Workshop:
    """A fresh workshop on a running server, with the lines of its cast."""

    def __init__(self, root: str, scenario: str = "team-half-day") -> None:
        self.root = root
        made = requests.post(
            f"{root}/api/workshops",
            json={"scenario": scenario},
            headers={"Authorization": b"Bearer " + ADMIN_KEY.encode()},
            timeout=PATIENCE,
        )
        assert made.status_code == 201, made.text
        self.made: Json = made.json()
        self.code: str = self.made["code"]
        self._lines: list[Line] = []
        self.facilitator = self.line(self.made["facilitator_token"])
        self.screen = self.line(self.made["screen_token"])
        self.observer = self.line(self.made["observer_token"])

    def line(self, token: str = "", language: str = "fr") -> Line:
        """A device with a token, or with none."""
        self._lines.append(Line(self.root, self.code, token, language))
        return self._lines[-1]

    def join(self, service: str = "desk", table: str = "1", **more: Any) -> Line:
        """Somebody comes in."""
        answer = self.line().post("participants", json={"service": service, "table": table, **more})
        assert answer.status_code == 201, answer.text
        line = self.line(answer.json()["token"])
        line.participant = answer.json()["participant"]
        return line

    def write(self) -> None:
        """Start the step in which expectations are written, and open the phones."""
        self.facilitator.do("step.start", step="expectations")
        self.facilitator.do("writing.open", minutes=30)

    def close(self) -> None:
        """Hang up everywhere."""
        for line in self._lines:
            line.close()


def expectation(text: str, **more: Any) -> Json:
    """The payload of a post that every table may send."""
    return {"kind": "expectation", "text": text, "addressee": "office", **more}


class Shut(Exception):
    """A socket that was not let in; what it was told."""


class Ear:
    """A socket that keeps what it hears, and applies it as a page would."""

    def __init__(
        self,
        line: Line,
        headers: dict[str, str] | None = None,
        origin: str = "",
        patience: float = PATIENCE,
        after: "Ear | None" = None,
        **auth: Any,
    ) -> None:
        """`after`: what that one held is kept, and only what came since is asked for."""
        self.heard: list[tuple[str, Json]] = []
        self.streams: dict[str, int] = dict(after.streams) if after else {}
        self.records: dict[str, Json] = deepcopy(after.records) if after else {}
        self.epoch = after.epoch if after else ""
        if after and self.streams:
            auth |= {"since": dict(self.streams), "epoch": self.epoch}
        self.gaps: list[Json] = []
        self._news = threading.Condition()
        self._socket = socketio.Client(
            reconnection=False, websocket_extra_options={"origin": origin} if origin else {}
        )
        for name in ("snapshot", "changes", "live", "moved", "disconnect", "connect_error"):
            self._socket.on(name, self._hearer(name))
        try:
            self._socket.connect(
                line.root,
                headers=headers or {},
                auth={"code": line.code, "token": line.token, **auth},
                transports=["websocket"],
                wait_timeout=patience,
            )
        except socketio.exceptions.ConnectionError:
            said = self.named("connect_error")
            raise Shut(said[-1].get("message", "") if said else "") from None

    def __enter__(self) -> Self:
        """Listen."""
        return self

    def __exit__(self, *_: object) -> None:
        """Hang up."""
        self._socket.disconnect()

    def drop(self) -> None:
        """The same as a page does it: the other end may be gone, and is not waited for."""
        threading.Thread(target=self._socket.disconnect, daemon=True).start()

    def _hearer(self, name: str) -> Callable[..., None]:
        def hear(*said: Any) -> None:
            with self._news:
                message = said[0] if said and isinstance(said[0], dict) else {}
                self.heard.append((name, message))
                if name in ("snapshot", "changes"):
                    self._apply(name, message)
                self._news.notify_all()

        return hear

    def _apply(self, name: str, message: Json) -> None:
        self.epoch = message["epoch"]
        (stream, number), *others = message["streams"].items()
        assert not others
        held = self.records.setdefault(stream, {})
        if name == "snapshot":
            held.clear()
        elif self.streams.get(stream, message["from"]) < message["from"]:
            self.gaps.append(message)
        self.streams[stream] = number
        for collection, records in message["records"].items():
            kept = held.setdefault(collection, {})
            for key, record in records.items():
                kept[key] = record
                if record is None:
                    del kept[key]

    def until(self, claim: Callable[["Ear"], Any], what: str = "") -> Any:
        """Wait until a claim about what was heard holds."""
        with self._news:
            assert self._news.wait_for(lambda: claim(self), PATIENCE), what or self.heard[-5:]
            return claim(self)

    def named(self, name: str) -> list[Json]:
        """The messages of one name, in order."""
        return [message for said, message in self.heard if said == name]

    def texts(self, stream: str) -> list[str]:
        """The texts of the contributions held of a stream, in order of arrival."""
        return [
            one["text"] for one in self.records.get(stream, {}).get("contributions", {}).values()
        ]
