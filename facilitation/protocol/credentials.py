"""Tokens, one-use links, resume and seat codes: what they open, and how they are kept.

A secret is shown once; what is kept is its hash.
"""

import hashlib
from dataclasses import dataclass, field
from typing import Final, Protocol

ALPHABET: Final = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"
KINDS: Final = ("token", "link", "resume", "seat")


@dataclass(frozen=True, slots=True)
class Credential:
    """What a secret opens. `id` is not secret: it names the credential in the undo history.

    `service` and `category` belong to seat codes: the place they keep.
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


class Credentials(Protocol):
    """Where credentials are kept."""

    def find(self, secret_hash: str) -> Credential | None:
        """The credential of a secret, used or not."""

    def add(self, credential: Credential) -> None:
        """Keep one more."""

    def use(self, secret_hash: str, participant: str | None = None) -> bool:
        """Mark a one-use credential as used; False if somebody was faster."""


def secret_hash(secret: str) -> str:
    """What is kept of a secret."""
    return hashlib.sha256(secret.strip().encode()).hexdigest()


def tidy_code(code: str) -> str:
    """A code as people type it: any case, with spaces and hyphens, O for 0 forgiven."""
    return "".join(char for char in code.upper() if char.isalnum())
