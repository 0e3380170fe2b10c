"""Tokens at hand: what a secret opens, kept as a hash, found again fast, taken back for good.

Secrets are answered once. What is taken back, here or by another program on the same database,
is forgotten within a second.
"""

from threading import RLock
from typing import Any, Final

from facilitation.domain.core import Refused
from facilitation.protocol.credentials import TOKENS, Credential, Credentials, secret_hash
from facilitation.protocol.ports import Ids
from facilitation.service.rooms import spell

#: Tokens kept at hand; more than a full house of phones with a few devices each.
MOST_KNOWN: Final = 20_000
#: Long enough that sixty of them are not found by guessing all day at full speed.
CODE_LENGTH: Final = 8


class Keyring:
    """The credentials of every workshop of this server."""

    def __init__(self, credentials: Credentials, ids: Ids) -> None:
        self.credentials = credentials
        self._ids = ids
        self._known: dict[str, Credential] = {}
        self._revoked: set[str] = set()
        self._lock = RLock()

    def fresh(self) -> str:
        """A secret that nobody guesses: 128 random bits."""
        return self._ids.new()

    def keep(self, code: str, kind: str, role: str, **more: Any) -> str:
        """Keep a new credential; its secret, which nobody is told again."""
        secret = str(more.pop("secret", "")) or self.fresh()
        kept = Credential(secret_hash(secret), code, kind, role, self.fresh()[:16], **more)
        self.credentials.add(kept)
        return secret

    def spelt(self, code: str, kind: str, role: str, **more: Any) -> str:
        """Keep a new code that people type; it is short, so the workshop's is hashed with it."""
        secret = spell(self.fresh(), CODE_LENGTH)
        self.keep(code, kind, role, secret=f"{code}:{secret}", **more)
        half = CODE_LENGTH // 2
        return f"{secret[:half]}-{secret[half:]}"

    def token(self, code: str, role: str, table: str | None = None, kind: str = "token") -> str:
        """A fresh bearer token for a role."""
        return self.keep(code, kind, role, table=table)

    def find(self, secret: str) -> Credential | None:
        """The credential of a secret of any kind, used or not."""
        return self.credentials.find(secret_hash(secret))

    def known(self, token: str) -> Credential:
        """A token's credential; every request asks, so that what stays is not read twice."""
        hashed = secret_hash(token)
        kept = self._known.get(hashed)
        if kept is not None:
            return kept
        found = self.credentials.find(hashed)
        if found is None or found.kind not in TOKENS:
            raise Refused("unknown_token")
        self.remember(found)
        return found

    def remember(self, token: Credential) -> None:
        """Have a token at hand that is on disk: a hall that comes in is not looked up."""
        with self._lock:
            if len(self._known) >= MOST_KNOWN:
                self._known.clear()
            self._known[token.secret_hash] = token

    def revoke(self, code: str, ids: set[str]) -> None:
        """Take credentials back: whoever holds them is nobody from now on."""
        self.credentials.remove(code, ids)
        self.check()

    def check(self) -> None:
        """Forget the tokens that are kept no more; participants' end with their entry."""
        with self._lock:
            staff = {key: one for key, one in self._known.items() if one.participant is None}
        gone = set(staff) - self.credentials.still(set(staff)) if staff else set()
        with self._lock:
            for key in gone:
                self._known.pop(key, None)
                self._revoked.add(staff[key].id)

    def revoked(self) -> set[str]:
        """The ids taken back since last asked."""
        with self._lock:
            gone, self._revoked = self._revoked, set()
        return gone
