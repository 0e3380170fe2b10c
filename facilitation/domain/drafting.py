"""What a new sheet draws from its sources: services, roles, level, tool, score."""

from collections.abc import Iterable
from typing import Any

from facilitation.domain.records import Associate, Contribution, Theme
from facilitation.domain.state import State


def drawn(state: State, texts: list[Contribution]) -> dict[str, Any]:
    """Services involved, their roles and the level, from the positionings on the same cases."""
    cases = {text.case for text in texts if text.case}
    said = [
        one
        for one in state.contributions()
        if one.kind == "positioning" and one.state == "posted" and one.case in cases and one.service
    ]
    pilot = _most(one.service for one in said if one.role == "pilot")
    authority = _most(one.service for one in said if one.role == "authority")
    associates = {
        str(one.service): one.role
        for one in said
        if one.role in ("contributes", "supports") and one.service not in (pilot, authority)
    }
    tool = next((text.text for text in texts if "common_tool" in text.tags), "")
    return {
        "pilot": pilot or authority,
        "authority": authority,
        "associates": tuple(
            Associate(name, str(role)) for name, role in sorted(associates.items())
        ),
        "level": _most(one.level for one in said),
        "tool": tool,
    }


def tables_of(texts: list[Contribution]) -> tuple[str, ...]:
    """The tables that the texts come from; beside a service's text one table alone is not told,
    for the two together would say which of its people wrote it.
    """
    tables = sorted({text.table for text in texts if text.table})
    signed = any(text.service for text in texts if text.table)
    return () if signed and len(tables) == 1 else tuple(tables)


def _most(values: Iterable[str | None]) -> str | None:
    """The value said most often; between equals, the first in the alphabet."""
    counts: dict[str, int] = {}
    for value in values:
        if value:
            counts[value] = counts.get(value, 0) + 1
    return min(counts, key=lambda name: (-counts[name], name), default=None)


def scored(state: State, theme: Theme | None, texts: list[Contribution]) -> dict[str, Any]:
    """The score of the latest closed vote that had the theme, or one of the texts, as option."""
    wanted = {theme.id} if theme else {text.id for text in texts}
    for ballot in reversed(state.ballots()):
        if ballot.tally is None or ballot.subject == "evaluation":
            continue
        found = [score.total for score in ballot.tally.scores if score.option in wanted]
        if found:
            return {"score": sum(found), "ballot": ballot.id}
    return {}
