"""What the workers of one database tell each other of the moment: counts, for a few seconds."""

from typing import Final

from sqlalchemy import delete, func, insert, select, text

from facilitation.store import schema
from facilitation.store.engine import open_engine, told

#: A worker that says nothing for so long is gone, as PostgreSQL writes a length of time.
GONE: Final = "5 seconds"


class SqlWorkers:
    """A table that the write-ahead log leaves out; the database's clock is everybody's."""

    def __init__(self, url: str) -> None:
        self._engine = open_engine(url, writes=True)

    def exchange(self, worker: str, said: dict[str, str]) -> dict[str, list[str]]:
        """Say something of each workshop; answers what the others say, by workshop."""
        table = schema.workers
        stale = table.c.at < func.now() - text(f"interval '{GONE}'")
        with told(), self._engine.begin() as connection:
            connection.execute(delete(table).where((table.c.worker == worker) | stale))
            rows = [
                {"worker": worker, "workshop": code, "told": words} for code, words in said.items()
            ]
            if rows:
                connection.execute(insert(table).values(at=func.now()), rows)
            found: dict[str, list[str]] = {}
            query = select(table).where(table.c.worker != worker).order_by(table.c.worker)
            for row in connection.execute(query):
                found.setdefault(row.workshop, []).append(row.told)
        return found

    def close(self) -> None:
        """Let go of the connections."""
        self._engine.dispose()
