"""How the compte rendu quotes contributions: each once, in full, with its number; elsewhere by
number alone.
"""

from collections.abc import Iterable, Iterator
from typing import Final

from facilitation.domain.records import Contribution
from facilitation.views.document import Block, Items, text
from facilitation.views.report.reading import Reader

SHARED: Final = frozenset({"common_tool", "good_practice", "pooling"})


def quoted(reader: Reader, one: Contribution) -> str:
    """A text with its number, and the service that signed it or the table it was written at."""
    return f"{one.text} ({_source(reader, one)})"


def _source(reader: Reader, one: Contribution) -> str:
    late = reader.say("reçue après la séquence", "received after the step") if one.late else ""
    return ", ".join(part for part in (one.id, reader.origin(one), late) if part)


def quotes(reader: Reader, texts: Iterable[Contribution]) -> Iterator[Block]:
    """Texts as a list, one that several people wrote only once; nothing when there are none."""
    same: dict[str, list[Contribution]] = {}
    for one in texts:
        same.setdefault(one.text, []).append(one)
    items = tuple(
        f"{said} ({reader.listed(_source(reader, one) for one in whose)})"
        for said, whose in same.items()
    )
    if items:
        yield Items(items, fine=True)


def shared(one: Contribution) -> bool:
    """Whether a text is quoted in part 14: a proposal of the day that names a tool, a good practice
    or a pooling of resources, unless it is a lesson (part 10).
    """
    return (
        one.kind == "proposal"
        and not one.origin
        and "lesson" not in one.tags
        and bool(SHARED & set(one.tags))
    )


def numbers(reader: Reader, label: str, texts: Iterable[Contribution]) -> Iterator[Block]:
    """Texts that stand elsewhere, by number; nothing when there are none."""
    told = ", ".join(one.id for one in texts)
    if told:
        yield text(reader.pair(label, f"{told}."))
