"""Negative controls: a box and texts kept as one would without thinking of it. Each attack must
succeed on one of these, or its silence on the real disk would mean nothing.
"""

import sqlite3
from pathlib import Path

from tests.contract.linking.attacks import Guess
from tests.contract.linking.dump import Dump, of_sqlite


def rowids(folder: Path, truth: Guess) -> list[Dump]:
    """Two tables with row ids and no link: the order of casting is the link."""
    return _kept(
        folder,
        truth,
        ("CREATE TABLE signed (voter TEXT)", "CREATE TABLE papers (content TEXT)"),
        ("INSERT INTO signed VALUES (:who)", "INSERT INTO papers VALUES (:what)"),
    )


def timed(folder: Path, truth: Guess) -> list[Dump]:
    """No row ids, but a time on each side."""
    return _kept(
        folder,
        truth,
        (
            "CREATE TABLE signed (voter TEXT PRIMARY KEY, at INT) WITHOUT ROWID",
            "CREATE TABLE papers (content TEXT PRIMARY KEY, at INT) WITHOUT ROWID",
        ),
        ("INSERT INTO signed VALUES (:who, :n)", "INSERT INTO papers VALUES (:what, :n)"),
    )


def authored(folder: Path, truth: Guess) -> list[Dump]:
    """The author beside the text, and named acts around it."""
    return _kept(
        folder,
        truth,
        ("CREATE TABLE log (said TEXT)", "CREATE TABLE keys (owner TEXT, answer TEXT)"),
        (
            "INSERT INTO log VALUES (:who), (:what)",
            "INSERT INTO keys VALUES (:who, :what)",
        ),
    )


def keyed(folder: Path, truth: Guess) -> list[Dump]:
    """The author's key beside a number, the number beside the text: two tables to follow."""
    return _kept(
        folder,
        truth,
        ("CREATE TABLE log (seq INT, said TEXT)", "CREATE TABLE keys (owner TEXT, seq INT)"),
        (
            "INSERT INTO log VALUES (:n + 1000, :what)",
            "INSERT INTO keys SELECT :who, :n + 1000",
        ),
    )


def committed(folder: Path, truth: Guess) -> list[Dump]:
    """Two tables without a common order, but a commit for each paper and a log never emptied."""
    return _kept(
        folder,
        truth,
        (
            "CREATE TABLE signed (voter TEXT PRIMARY KEY) WITHOUT ROWID",
            "CREATE TABLE papers (content TEXT PRIMARY KEY) WITHOUT ROWID",
        ),
        ("INSERT INTO signed VALUES (:who)", "INSERT INTO papers VALUES (:what)"),
        each=True,
    )


def _kept(
    folder: Path,
    truth: Guess,
    tables: tuple[str, ...],
    inserts: tuple[str, ...],
    *,
    each: bool = False,
) -> list[Dump]:
    """The dumps before, between (when asked, around each paper) and after."""
    path = folder / "leaky.db"
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute("PRAGMA journal_mode=WAL")
    for table in tables:
        connection.execute(table)
    dumps = [of_sqlite(path)]
    for number, (who, what) in enumerate(truth.items()):
        connection.execute("BEGIN")
        for insert in inserts:
            connection.execute(insert, {"who": who, "what": what, "n": number})
        connection.execute("COMMIT")
        if each:
            dumps.append(of_sqlite(path))
    dumps.append(of_sqlite(path))
    connection.close()
    return dumps


#: The build on which each attack succeeds.
CONTROLS = {
    "place": rowids,
    "row": rowids,
    "record": authored,
    "number": timed,
    "neighbour": authored,
    "nearness": authored,
    "commit": committed,
    "difference": committed,
    "reference": keyed,
}
