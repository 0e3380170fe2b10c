"""How the compte rendu quotes contributions: each once, in full, with its number; elsewhere by
number alone. Names of persons stay in the annex.
"""

from collections.abc import Iterable, Iterator

from facilitation.domain.records import Contribution
from facilitation.views.document import Block, Items, text
from facilitation.views.report.reading import Reader


def quoted(reader: Reader, one: Contribution) -> str:
    """A text with its number, and the service that signed it or the table it was written at."""
    place = reader.service(one.service) if one.service else reader.table(one.table)
    late = reader.say("reçue après la séquence", "received after the step") if one.late else ""
    return f"{one.text} ({', '.join(part for part in (one.id, one.origin or place, late) if part)})"


def quotes(reader: Reader, texts: Iterable[Contribution]) -> Iterator[Block]:
    """Texts as a list; nothing when there are none."""
    items = tuple(quoted(reader, one) for one in texts)
    if items:
        yield Items(items)


def numbers(reader: Reader, label: str, texts: Iterable[Contribution]) -> Iterator[Block]:
    """Texts that stand elsewhere, by number; nothing when there are none."""
    told = ", ".join(one.id for one in texts)
    if told:
        yield text(reader.pair(label, f"{told}."))
