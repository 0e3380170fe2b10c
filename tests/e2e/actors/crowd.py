"""The rest of the room: people without a browser, who speak to the server as phones do."""

import uuid
from dataclasses import dataclass, field
from typing import Any, Self

import requests

from tests.e2e.serving import Addresses

PATIENCE = 20


@dataclass
class Guest:
    """Somebody who holds a token."""

    api: str
    token: str
    papers: dict[str, str] = field(default_factory=dict)

    @classmethod
    def joins(cls, at: Addresses, service: str, table: str, name: str | None = None) -> Self:
        """Come in over HTTP."""
        api = f"{at.url.rstrip('/')}/api/workshops/{at.code}"
        entry = {"service": service, "table": table, "name": name}
        answer = requests.post(f"{api}/participants", json=entry, timeout=PATIENCE)
        assert answer.status_code == 201, answer.text
        return cls(api, answer.json()["token"])

    def sends(self, name: str, **payload: Any) -> dict[str, Any]:
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
