"""Two hands on one thing: a command says which version it saw, a later version refuses it."""

from facilitation.domain.core import Conflict, Context
from facilitation.domain.state import State


def check_base(state: State, context: Context, collection: str, key: str) -> None:
    """Refuse with a conflict when the record was put after the version the sender saw."""
    if context.base is not None and state.versions.get((collection, key), 0) > context.base:
        raise Conflict(collection, key)
