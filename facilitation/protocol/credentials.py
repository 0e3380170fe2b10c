"""Tokens, one-use links, resume and seat codes: what they open, and how they are kept.

A secret is shown once; what is kept is its hash.
"""

import hashlib
from dataclasses import dataclass, field
from typing import Final, Protocol

ALPHABET: Final = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"
#: A `paired` token came of a `pairing`: a code shown on a console, good once and for a while.
KINDS: Final = ("token", "paired", "link", "pairing", "resume", "seat")
TOKENS: Final = ("token", "paired")


@dataclass(frozen=True, slots=True)
class Credential:
    """What a secret opens. `id` is not secret: it names the credential in the undo history.

    `service` and `category` belong to seat codes: the place they keep. A pairing keeps there the
    last moment that it is good for, in milliseconds.
    """

    secret_hash: str
    workshop: str
    kind: str
    role: str
    id: str
    participant: str | None = None
    table: str | None = None
    service: str | None = None
    category: str = ""
    used: bool = field(default=False)

    @property
    def until(self) -> int:
        """The last moment of a pairing."""
        return int(self.category) if self.kind == "pairing" else 0


class Credentials(Protocol):
    """Where credentials are kept."""

    def find(self, secret_hash: str) -> Credential | None:
        """The credential of a secret, used or not."""

    def add(self, credential: Credential) -> None:
        """Keep one more."""

    def use(self, secret_hash: str, participant: str | None = None) -> bool:
        """Mark a one-use credential as used; False if somebody was faster."""

    def seat(self, secret_hash: str, before: str, participant: str) -> bool:
        """Give a seat to somebody else than before; False if somebody was faster."""

    def held(self, workshop: str) -> list[Credential]:
        """What opens a workshop for a role other than participant: tokens, and tables' codes."""

    def remove(self, workshop: str, ids: set[str]) -> None:
        """Forget credentials by their ids."""

    def still(self, hashes: set[str]) -> set[str]:
        """Those of these hashes that are still kept."""


def secret_hash(secret: str) -> str:
    """What is kept of a secret."""
    return hashlib.sha256(secret.strip().encode()).hexdigest()


def tidy_code(code: str) -> str:
    """A code as people type it: any case, with spaces and hyphens, O for 0 forgiven."""
    return "".join(char for char in code.upper() if char.isalnum())
