"""What a day may take of the machine, each bound with its reason; whoever is beyond is named."""

import statistics
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tests.trials.soak.gauges import Reading, slope
from tests.trials.soak.seminar import LEFT_OPEN, Soaked


@dataclass(frozen=True)
class Bounds:
    """Slopes are by hour of the seminar, after the warm-up."""

    #: Everybody is there, and every page was read once, after so many minutes.
    warm_up: float = 90.0
    #: What people write is kept in memory, and as each of twelve audiences reads it.
    memory_mb: float = 8.0
    #: While nobody writes, phones only sleep, wake and fall off, some 800 times over lunch: nothing
    #: is kept of that but what the allocator holds for the next one.
    idle_memory_mb: float = 5.0
    #: What is kept for good of a line that fell off and came back, in KB.
    line_kb: float = 8.0
    files: float = 2.0
    threads: float = 0.5
    log_kb: float = 60.0
    wal_mb: float = 20.0
    #: Those of an hour, of each step, of each vote, and one for each hour before.
    copies: int = 140
    #: The last third's answers beside those of the first.
    slower: float = 2.0
    slack_ms: float = 25.0


#: For a day of seconds: it grows by what any server needs once, and only lines that fall off again
#: and again tell what is kept for good.
SHORT = Bounds(
    warm_up=0.0, memory_mb=1e9, idle_memory_mb=30.0, line_kb=40.0, files=1e9, threads=1e9
)


def beyond(soaked: Soaked, bounds: Bounds) -> list[str]:
    """All that is wrong, in words; empty when well."""
    told = (_lost(soaked), _grown(soaked, bounds), _idle(soaked, bounds), _slower(soaked, bounds))
    return [line for part in told for line in part]


def _lost(soaked: Soaked) -> Iterator[str]:
    for name in ("missing", "stale", "twice", "faults"):
        found = getattr(soaked, name)
        if found:
            yield f"{name} ({len(found)}): {found[:5]}"
    if soaked.traces:
        yield f"{soaked.traces} traces in the server's log"


def _warm(soaked: Soaked, bounds: Bounds) -> list[Reading]:
    """Between the warm-up and the end of the day: what comes after is the checks' own load."""
    return [one for one in soaked.readings if bounds.warm_up <= one.minute <= soaked.minutes]


def _grown(soaked: Soaked, bounds: Bounds) -> Iterator[str]:
    warm = _warm(soaked, bounds)
    for name in ("memory_mb", "files", "threads", "log_kb"):
        grown = slope(warm, name)
        if grown > getattr(bounds, name):
            yield f"{name} grows by {grown:.2f} an hour, more than {getattr(bounds, name)}"
    for name in ("wal_mb", "copies"):
        most = max(getattr(one, name) for one in warm)
        if most > getattr(bounds, name):
            yield f"{name} reaches {most}, more than {getattr(bounds, name)}"


def _idle(soaked: Soaked, bounds: Bounds) -> Iterator[str]:
    begin, end = soaked.hours.longest()
    quiet = [one for one in soaked.readings if begin + (end - begin) / 5 <= one.minute <= end]
    grown = quiet[-1].memory_mb - quiet[0].memory_mb
    if grown > bounds.idle_memory_mb:
        yield f"memory grew by {grown:.2f} MB while nobody wrote"
    if soaked.line_kb > bounds.line_kb:
        yield f"each line that comes back leaves {soaked.line_kb:.1f} KB in memory"
    left = soaked.files_after - soaked.files_before
    if left > LEFT_OPEN:
        yield f"{left} files and sockets are still open after everybody hung up"


def _slower(soaked: Soaked, bounds: Bounds) -> Iterator[str]:
    told = [one.median_ms for one in _warm(soaked, bounds) if one.median_ms]
    first, last = (statistics.median(part) for part in thirds(told))
    if last > bounds.slower * first + bounds.slack_ms:
        yield f"answers took {first:.0f} ms at first and {last:.0f} ms at last"


def thirds(figures: Sequence[float]) -> tuple[Sequence[float], Sequence[float]]:
    """The first and the last third."""
    part = max(1, len(figures) // 3)
    return figures[:part], figures[-part:]


def told(soaked: Soaked, bounds: Bounds) -> str:
    """The figures of a day, for whoever asked for it."""
    warm = _warm(soaked, bounds)
    grown = {name: round(slope(warm, name), 2) for name in ("memory_mb", "files", "threads")}
    first, last = (
        statistics.median(part) for part in thirds([one.median_ms for one in warm if one.median_ms])
    )
    ledger = soaked.ledger
    return "\n".join(
        (
            f"{soaked.minutes:.0f} min of a seminar, {soaked.counts}",
            f"{ledger.acks} answered, {ledger.retries} asked again, {len(ledger.texts)} texts",
            f"by the hour: {grown}, log {slope(warm, 'log_kb'):.1f} kB",
            f"memory {warm[0].memory_mb:.0f} to {warm[-1].memory_mb:.0f} MB,"
            f" write-ahead log at most {max(one.wal_mb for one in warm):.1f} MB,"
            f" copies at most {max(one.copies for one in warm)}"
            f" ({max(one.copies_mb for one in warm):.0f} MB)",
            f"answers: median {first:.0f} ms at first, {last:.0f} ms at last,"
            f" one in a hundred above {ledger.percentile(0.99):.0f} ms",
            f"each line that came back left {soaked.line_kb:.1f} KB,"
            f" open files {soaked.files_before} before, {soaked.files_after} after",
        )
    )
