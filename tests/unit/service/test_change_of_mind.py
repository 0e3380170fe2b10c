"""A paper that is replaced: what memory counts is what the disk would count after a restart."""

from dataclasses import replace

from facilitation.domain.core import CastPaper, Paper
from facilitation.domain.state import State
from facilitation.protocol.ports import Entry
from facilitation.service.memory import Memory

PAPER = Paper("terre", (("THM-01", 3),))


def cast(paper: Paper, signed: str | None) -> Entry:
    effect = CastPaper("VOT-01", "hash", paper, signed)
    return Entry((), (effect,), "", "", "", {})


def test_a_change_of_mind_keeps_the_papers_first_group() -> None:
    memory = Memory(State())
    memory.take(cast(PAPER, "awa"))
    memory.take(cast(replace(PAPER, group="sante", remark="après"), None))
    assert memory.papers["VOT-01"]["hash"] == replace(PAPER, remark="après")
