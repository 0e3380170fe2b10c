"""Two hands on one thing: a command says which version it saw, a later version refuses it."""

from facilitation.domain.core import Conflict, Context
from facilitation.domain.state import State


def check_base(state: State, context: Context, collection: str, key: str) -> None:
    """Refuse with a conflict when the record was put after the version the sender saw."""
    if has_moved(context, state.versions.get((collection, key), 0), context.base):
        raise Conflict(collection, key)


def has_moved(context: Context, version: int, base: int | None) -> bool:
    """Whether a version is of another hand, and later than the one that the sender saw.

    A number seen in a former life means nothing beyond the place where that life was left; what
    the sender offered again since is no other hand.
    """
    if base is None:
        return False
    seen = base if context.left is None else min(base, context.left)
    return version > seen and version not in context.own
