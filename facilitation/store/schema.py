"""The tables. Papers and signatures have no row id, no time and no common order, on purpose."""

from typing import Final

from sqlalchemy import (
    Boolean,
    Column,
    DateTime,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
)

#: Lengths are said where Tablée itself makes the word: PostgreSQL refuses what is longer.
metadata: Final = MetaData()

#: What only workers that share a database need.
shared_metadata: Final = MetaData()

workshops: Final = Table(
    "workshops",
    metadata,
    Column("code", String(16), primary_key=True),
    Column("number", Integer, nullable=False, unique=True),
    Column("epoch", String(32), nullable=False),
)

log: Final = Table(
    "log",
    metadata,
    Column("workshop", String(16), primary_key=True),
    Column("seq", Integer, primary_key=True, autoincrement=False),
    Column("first", Integer, nullable=False),
    Column("command", String(40), nullable=False),
    Column("by", String, nullable=False),
    Column("name", String(40), nullable=False),
    Column("body", LargeBinary, nullable=False),
    sqlite_with_rowid=False,
)

answers: Final = Table(
    "answers",
    metadata,
    Column("workshop", String(16), primary_key=True),
    Column("owner", String(64), primary_key=True),
    Column("key", String(64), primary_key=True),
    Column("body_hash", String(64), nullable=False),
    Column("answer", Text, nullable=False),
    # A batch asks for the answers to its keys; SQLite has them all in memory.
    Index("answers_by_key", "workshop", "key").ddl_if(dialect="postgresql"),
    sqlite_with_rowid=False,
)

#: The lives of a workshop that came here in an archive, which its log does not tell of.
lives: Final = Table(
    "lives",
    metadata,
    Column("workshop", String(16), primary_key=True),
    Column("epoch", String(32), primary_key=True),
    Column("seq", Integer, nullable=False),
    sqlite_with_rowid=False,
)

names: Final = Table(
    "names",
    metadata,
    Column("workshop", String(16), primary_key=True),
    Column("participant", String(32), primary_key=True),
    Column("name", Text, nullable=False),
    sqlite_with_rowid=False,
)

signed: Final = Table(
    "signed",
    metadata,
    Column("workshop", String(16), primary_key=True),
    Column("ballot", String(16), primary_key=True),
    Column("voter", String, primary_key=True),
    sqlite_with_rowid=False,
)

papers: Final = Table(
    "papers",
    metadata,
    Column("key_hash", String(64), primary_key=True),
    Column("workshop", String(16), nullable=False),
    Column("ballot", String(16), nullable=False),
    Column("group", String, nullable=False),
    Column("content", Text, nullable=False),
    sqlite_with_rowid=False,
)

credentials: Final = Table(
    "credentials",
    metadata,
    Column("secret_hash", String(64), primary_key=True),
    Column("workshop", String(16), nullable=False),
    Column("kind", String(8), nullable=False),
    Column("role", String(16), nullable=False),
    Column("id", String(32), nullable=False),
    Column("participant", String),
    Column("table", String),
    Column("service", String),
    Column("category", String, nullable=False),
    Column("used", Boolean, nullable=False),
    Index("credentials_by_person", "workshop", "participant"),
    sqlite_with_rowid=False,
)

#: What was destroyed and is still to be rewritten, by a worker that may die meanwhile.
owed: Final = Table(
    "owed",
    shared_metadata,
    Column("id", String(32), primary_key=True),
)

workers: Final = Table(
    "workers",
    shared_metadata,
    Column("worker", String(32), primary_key=True),
    Column("workshop", String(16), primary_key=True),
    Column("at", DateTime(timezone=True), nullable=False),
    Column("told", Text, nullable=False),
    # Not in the write-ahead log, and empty after a crash: it is worth nothing a moment later.
    prefixes=["UNLOGGED"],
)
