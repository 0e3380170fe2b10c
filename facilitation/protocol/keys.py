"""How a key, and the hash of what came with it, are kept where neither may lead to a person: with
nobody's name on the disk, and in an archive.

A key is 128 random bits of its sender: nobody finds it from a hash, nor an owner who is hashed
with it.
"""

import hashlib
from typing import Final

#: Whose keys those are that no person of the list sent. Devices are let in anew where an archive
#: is brought in, and have other names there.
STAFF: Final = "staff"
NEWCOMER: Final = "newcomer"


def anonymous_key(key: str, secret: str | None) -> str:
    """A key that leads back to nobody: without the secret it cannot even be recognised."""
    return _hash(f"{key}:{secret or ''}")


def archived_key(owner: str, key: str) -> str:
    """An owner's key, as an archive tells it."""
    return _hash(f"archive:{owner}:{key}")


def sealed_body(key: str, body_hash: str) -> str:
    """The hash of a body, which without the key confirms no guess of what the body was; of an
    erased one nothing is known.
    """
    return body_hash and _hash(f"{key}:{body_hash}")


def _hash(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()
