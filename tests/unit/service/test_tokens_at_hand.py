"""A token is at hand from the moment it is on disk, and no longer than it is good for."""

from types import SimpleNamespace
from typing import Any

import pytest

from facilitation.domain.core import Refused
from facilitation.protocol.credentials import Credential, secret_hash
from facilitation.service.keyring import Keyring


class Cabinet:
    """Credentials on disk; counts how often it is opened."""

    def __init__(self) -> None:
        self.held: dict[str, Credential] = {}
        self.opened = 0

    def find(self, hashed: str) -> Credential | None:
        """One of them."""
        self.opened += 1
        return self.held.get(hashed)

    def still(self, hashes: set[str]) -> set[str]:
        """Which are still there."""
        return hashes & set(self.held)

    def remove(self, _code: str, ids: set[str]) -> None:
        """These are good for nothing any more."""
        self.held = {key: one for key, one in self.held.items() if one.id not in ids}


def token(secret: str, **more: Any) -> Credential:
    """A token of that secret."""
    return Credential(secret_hash(secret), "ABCDEF", "token", "screen", "id", **more)


@pytest.fixture
def cabinet() -> Cabinet:
    return Cabinet()


@pytest.fixture
def keyring(cabinet: Cabinet) -> Keyring:
    return Keyring(cabinet, SimpleNamespace(new=lambda: "0" * 32))  # type: ignore[arg-type]


def test_a_token_that_was_just_kept_is_not_looked_up(keyring: Keyring, cabinet: Cabinet) -> None:
    keyring.remember(token("s"))
    assert keyring.known("s") == token("s")
    assert cabinet.opened == 0


def test_a_token_is_looked_up_once(keyring: Keyring, cabinet: Cabinet) -> None:
    cabinet.held[secret_hash("s")] = token("s")
    assert keyring.known("s") == keyring.known("s") == token("s")
    assert cabinet.opened == 1


def test_a_token_taken_back_is_at_hand_no_more(keyring: Keyring, cabinet: Cabinet) -> None:
    cabinet.held[secret_hash("s")] = token("s")
    keyring.known("s")
    keyring.revoke("ABCDEF", {"id"})
    with pytest.raises(Refused, match="unknown_token"):
        keyring.known("s")
    assert keyring.revoked() == {"id"}


def test_another_secret_opens_nothing(keyring: Keyring) -> None:
    keyring.remember(token("s"))
    with pytest.raises(Refused, match="unknown_token"):
        keyring.known("t")
