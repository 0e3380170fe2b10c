"""Tablée itself with one thing taken away, for the ratios of the write path.

`each` commits every command by itself on the same path; `nodisk` puts nothing on disk but the keys
of whoever joins. Both make every check that a command meets, and are served by the same command
line.
"""

from facilitation import concurrency

concurrency.patch()

import sys  # noqa: E402 - after the patch
from collections.abc import Sequence  # noqa: E402
from typing import Any  # noqa: E402

from facilitation.cli import main  # noqa: E402
from facilitation.protocol.ports import News  # noqa: E402
from facilitation.service.jobs import Job  # noqa: E402
from facilitation.service.writer import Committed, Writer  # noqa: E402
from facilitation.store.sql_log import SqlEventLog  # noqa: E402

together = Writer.commit
saved = SqlEventLog.append


def _each(self: Writer, jobs: Sequence[Job]) -> list[Committed | News]:
    return [done for job in jobs for done in together(self, [job])]


def _nothing(self: SqlEventLog, code: str, entries: Any) -> None:
    """Keep the joins only."""
    joins = [one for one in entries if one.credentials]
    if joins:
        saved(self, code, joins)


if __name__ == "__main__":
    if sys.argv.pop(1) == "each":
        Writer.commit = _each  # type: ignore[method-assign]
    else:
        SqlEventLog.append = _nothing  # type: ignore[method-assign]
    main()
