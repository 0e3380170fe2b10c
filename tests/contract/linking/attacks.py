"""Ways to find out who wrote what from a dump. Each answers guesses under a label: for a person,
the secret (a paper's remark, a text) taken for theirs.

`groups` are the people and the secrets among which the attacker still hesitates: a whole room for
a vote, a table for a text that bears its table.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise, product
from typing import Any

from tests.contract.linking.dump import PAGE, Dump, transactions

Guess = dict[str, str]
Group = tuple[Sequence[str], Sequence[str]]
Attack = Callable[[Sequence[Dump], Sequence[Group]], Iterator[tuple[str, Guess]]]
Rank = Callable[[str], Any]

#: How near two things stand for an attacker to take them for one record.
NEAR = 400

#: A word that stands in no more rows of a table than these leads from one to the other.
RARE = 4
WORD = re.compile(r"[\w-]+")


def _paired(groups: Sequence[Group], person: Rank, secret: Rank) -> Guess:
    """First with first, second with second, within each group; who is nowhere is left out."""
    guess: Guess = {}
    for people, secrets in groups:
        found = sorted((rank, one) for one in people if (rank := person(one)) is not None)
        told = sorted((rank, one) for one in secrets if (rank := secret(one)) is not None)
        guess |= {who: what for (_, who), (_, what) in zip(found, told, strict=False)}
    return guess


def _physical(at: int) -> tuple[int, int]:
    """SQLite fills a page from its end: within one, what lies lower came later."""
    return at // PAGE, -at


def by_place(dumps: Sequence[Dump], groups: Sequence[Group]) -> Iterator[tuple[str, Guess]]:
    """By the place of the bytes in each file: order of rows, of pages, of free pages, of lines."""
    for name, content in dumps[-1].files.items():
        for side, order in product(("find", "rfind"), (int, _physical)):

            def rank(one: str, side: str = side, order: Any = order, content: Any = content) -> Any:
                at = getattr(content, side)(one.encode())
                return None if at < 0 else order(at)

            yield f"place {name} {side} {order.__name__}", _paired(groups, rank, rank)


def by_row(dumps: Sequence[Dump], groups: Sequence[Group]) -> Iterator[tuple[str, Guess]]:
    """By the order in which two tables give their rows back (row ids, natural order)."""
    everyone, everything = _all(groups)
    tables = dumps[-1].tables
    people = {name: _first_rows(rows, everyone) for name, rows in tables.items()}
    secrets = {name: _first_rows(rows, everything) for name, rows in tables.items()}
    for first, second in product(people, secrets):
        if people[first] and secrets[second]:
            yield f"row {first} {second}", _paired(groups, people[first].get, secrets[second].get)


def by_record(dumps: Sequence[Dump], groups: Sequence[Group]) -> Iterator[tuple[str, Guess]]:
    """By a row that holds both: an author's column, a key with its answer."""
    for name, rows in dumps[-1].tables.items():
        guess: Guess = {}
        for row in rows:
            text = _text(row)
            for people, secrets in groups:
                whose = [one for one in people if one in text]
                what = [one for one in secrets if one in text]
                if len(whose) == 1 and len(what) == 1:
                    guess[whose[0]] = what[0]
        yield f"record {name}", guess


def by_number(dumps: Sequence[Dump], groups: Sequence[Group]) -> Iterator[tuple[str, Guess]]:
    """By times, sequence numbers and sizes: any number of the rows, ranked side by side."""
    everyone, everything = _all(groups)
    people = list(_numbers(dumps[-1], everyone))
    for (first, ranks), (second, others) in product(people, _numbers(dumps[-1], everything)):
        yield f"number {first} {second}", _paired(groups, ranks.get, others.get)


def by_neighbour(dumps: Sequence[Dump], groups: Sequence[Group]) -> Iterator[tuple[str, Guess]]:
    """By what the same person did just before or after under their name, in any table."""
    for name, rows in dumps[-1].tables.items():
        texts = [_text(row) for row in rows]
        for step in (-1, 1):
            guess: Guess = {}
            for people, secrets in groups:
                for what in secrets:
                    at = next((n for n, text in enumerate(texts) if what in text), None)
                    while at is not None and 0 <= (at := at + step) < len(texts):
                        whose = [one for one in people if one in texts[at]]
                        if whose:
                            guess.setdefault(whose[0], what)
                            break
            yield f"neighbour {name} {step}", guess


def by_nearness(dumps: Sequence[Dump], groups: Sequence[Group]) -> Iterator[tuple[str, Guess]]:
    """By bytes that lie near each other in a file: what a free page or a log still holds."""
    for name, content in dumps[-1].files.items():
        guess: Guess = {}
        for people, secrets in groups:
            for what in secrets:
                at = content.find(what.encode())
                if at >= 0:
                    around = content[max(0, at - NEAR) : at + NEAR]
                    middle = min(at, NEAR)
                    near = [
                        (abs(where - middle), one)
                        for one in people
                        if (where := around.find(one.encode())) >= 0
                    ]
                    if near:
                        guess.setdefault(min(near)[1], what)
        yield f"nearness {name}", guess


def by_commit(dumps: Sequence[Dump], groups: Sequence[Group]) -> Iterator[tuple[str, Guess]]:
    """By the frames that one commit left in the write-ahead log: who and what are new in both."""
    for name, content in dumps[-1].files.items():
        if not name.endswith("-wal"):
            continue
        before = dict(enumerate(_pages(dumps[-1].files[name.removesuffix("-wal")]), 1))
        guess: Guess = {}
        for pages in transactions(content):
            old = [before.get(number, b"") for number in pages]
            guess |= _new_pairs(old, list(pages.values()), groups)
            before |= pages
        yield f"commit {name}", guess


def by_difference(dumps: Sequence[Dump], groups: Sequence[Group]) -> Iterator[tuple[str, Guess]]:
    """By what is new from each dump to the next, as between two backups around one gesture."""
    guess: Guess = {}
    for before, after in pairwise(dumps):
        guess |= _new_pairs(_read(before), _read(after), groups)
    yield "difference", guess


def by_reference(dumps: Sequence[Dump], groups: Sequence[Group]) -> Iterator[tuple[str, Guess]]:
    """By what two rows share and hardly any other has: a number, a key, the id of a record."""
    marks: dict[str, set[str]] = defaultdict(set)
    for rows in dumps[-1].tables.values():
        words = [set(WORD.findall(_text(row))) for row in rows]
        common = Counter(word for row in words for word in row)
        for row in words:
            rare = {word for word in row if common[word] <= RARE}
            for one in row:
                marks[one] |= rare - {one}
    guess: Guess = {}
    for people, secrets in groups:
        for what in secrets:
            shared = [(len(marks[who] & marks[what]), who) for who in people]
            if shared and max(shared)[0]:
                guess.setdefault(max(shared)[1], what)
    yield "reference", guess


def _read(dump: Dump) -> list[bytes]:
    """What its tables say; its files repeat it as often as chance has it."""
    return [_text(row).encode() for rows in dump.tables.values() for row in rows]


def _new_pairs(old: list[bytes], new: list[bytes], groups: Sequence[Group]) -> Guess:
    guess: Guess = {}
    for people, secrets in groups:
        whose = [one for one in people if _grew(one, old, new)]
        what = [one for one in secrets if _grew(one, old, new)]
        if len(whose) == 1 and len(what) == 1:
            guess[whose[0]] = what[0]
    return guess


def _grew(one: str, old: list[bytes], new: list[bytes]) -> bool:
    wanted = one.encode()
    return sum(page.count(wanted) for page in new) > sum(page.count(wanted) for page in old)


def _pages(content: bytes) -> Iterator[bytes]:
    return (content[at : at + PAGE] for at in range(0, len(content), PAGE))


def _all(groups: Sequence[Group]) -> tuple[list[str], list[str]]:
    return [one for people, _ in groups for one in people], [
        one for _, secrets in groups for one in secrets
    ]


def _text(row: tuple[Any, ...]) -> str:
    return "\x1f".join(
        one.decode(errors="replace") if isinstance(one, bytes) else str(one) for one in row
    )


def _first_rows(rows: list[tuple[Any, ...]], wanted: list[str]) -> dict[str, int]:
    texts = [_text(row) for row in rows]
    found = ((one, next((n for n, text in enumerate(texts) if one in text), -1)) for one in wanted)
    return {one: number for one, number in found if number >= 0}


def _numbers(dump: Dump, wanted: list[str]) -> Iterator[tuple[str, dict[str, float]]]:
    """Each numeric column, and the length of the whole row, of the rows that hold these."""
    for name, rows in dump.tables.items():
        first = _first_rows(rows, wanted)
        if first:
            yield f"{name} size", {one: len(_text(rows[number])) for one, number in first.items()}
            for column in range(len(rows[0])):
                values = {one: rows[number][column] for one, number in first.items()}
                if all(isinstance(value, int | float) for value in values.values()):
                    yield f"{name}.{column}", values


EVERY: dict[str, Attack] = {
    "place": by_place,
    "row": by_row,
    "record": by_record,
    "number": by_number,
    "neighbour": by_neighbour,
    "nearness": by_nearness,
    "commit": by_commit,
    "difference": by_difference,
    "reference": by_reference,
}


def scores(
    attack: Attack, dumps: Sequence[Dump], groups: Sequence[Group], truth: Guess
) -> dict[str, int]:
    """How many people each way of this attack gives away."""
    return {
        label: sum(1 for who, what in guess.items() if truth[who] == what)
        for label, guess in attack(dumps, groups)
    }
