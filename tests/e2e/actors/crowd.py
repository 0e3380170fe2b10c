"""The rest of the room: people without a browser, who speak to the server as phones do."""

import uuid
from dataclasses import dataclass, field
from typing import Any, Self

import requests

from tests.e2e.serving import Addresses

PATIENCE = 60


@dataclass
class Guest:
    """Somebody who holds a token."""

    api: str
    token: str
    participant: str = ""
    papers: dict[str, str] = field(default_factory=dict)

    @classmethod
    def joins(cls, at: Addresses, service: str, table: str, name: str | None = None) -> Self:
        """Come in over HTTP."""
        api = f"{at.url.rstrip('/')}/api/workshops/{at.code}"
        entry = {"service": service, "table": table, "name": name}
        answer = requests.post(f"{api}/participants", json=entry, timeout=PATIENCE)
        assert answer.status_code == 201, answer.text
        return cls(api, answer.json()["token"], answer.json()["participant"])

    def sends(self, name: str, /, **payload: Any) -> dict[str, Any]:
        """Send a command; answers its result."""
        body = {"key": uuid.uuid4().hex, "name": name, "payload": payload}
        answer = requests.post(
            f"{self.api}/commands",
            json=body,
            headers={"Authorization": f"Bearer {self.token}"},
            timeout=PATIENCE,
        )
        assert answer.ok, answer.text
        result: dict[str, Any] = answer.json()["result"]
        return result

    def writes(self, kind: str, text: str, **more: Any) -> str:
        """Post; answers the number."""
        return str(self.sends("contribution.post", kind=kind, text=text, **more)["id"])

    def votes(self, ballot: str, **choices: int) -> None:
        """Cast a paper."""
        options = {option.replace("_", "-"): dots for option, dots in choices.items()}
        key = self.papers.setdefault(ballot, uuid.uuid4().hex)
        self.sends("ballot.cast", ballot=ballot, paper_key=key, choices=options)


@dataclass
class Laptop:
    """A role's device without a browser: what a one-use link opens, kept as cookies."""

    at: Addresses
    role: str = "facilitator"
    session: requests.Session = field(default_factory=requests.Session)

    def opens(self, link: str) -> Self:
        """Follow the link, as the browser would."""
        answer = self.session.post(link, timeout=PATIENCE)
        assert answer.ok, answer.text
        return self

    def sends(self, name: str, /, **payload: Any) -> dict[str, Any]:
        """Send a command; answers its result."""
        answer = self.session.post(
            f"{self.at.url}api/workshops/{self.at.code}/commands",
            json={"key": uuid.uuid4().hex, "name": name, "payload": payload},
            headers={"X-Tablee-As": self.role},
            timeout=PATIENCE,
        )
        assert answer.ok, answer.text
        result: dict[str, Any] = answer.json()["result"]
        return result

    def reads(self) -> dict[str, Any]:
        """All records that the role may see."""
        answer = self.session.get(
            f"{self.at.url}api/workshops/{self.at.code}/snapshot",
            headers={"X-Tablee-As": self.role},
            timeout=PATIENCE,
        )
        records: dict[str, Any] = answer.json()["records"]
        return records

    @property
    def cookies(self) -> list[Any]:
        """For a browser that goes on as this device."""
        return [
            {"name": one.name, "value": one.value or "", "url": self.at.url}
            for one in self.session.cookies
        ]
