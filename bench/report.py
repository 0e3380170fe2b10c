"""Prints what was measured: percentiles in milliseconds, throughput, ratios to the peer."""

import argparse
from statistics import median

from rich.console import Console
from rich.table import Table

from bench.phases import Figures, Result


def show(console: Console, asked: argparse.Namespace, results: list[Result]) -> None:
    """A table per server, then the ratios when there are two."""
    for result in results:
        console.print(_table(result, asked))
        lost = f"{result.lost} acknowledged posts missing"
        console.print(f"memory of the server {result.memory_mib:.0f} MiB · {lost}\n")
    if len(results) == 2:
        console.print(_ratios(*results))


def _table(result: Result, asked: argparse.Namespace) -> Table:
    title = f"{result.name}: {asked.phones} phones, {asked.rate:g} posts/s for {asked.seconds:g} s"
    table = Table(title=title, title_justify="left")
    for column in ("phase", "ms", "p50", "p95", "p99", "max", "per s", "per CPU s"):
        table.add_column(column, justify="left" if column in ("phase", "ms") else "right")
    for name, figures in result.phases.items():
        for what, taken in figures.latencies.items():
            table.add_row(name, what, *_percentiles(taken), *_speed(figures))
            name = ""  # noqa: PLW2901 - said once
    return table


def _percentiles(taken: list[float]) -> list[str]:
    if not taken:
        return ["–"] * 4
    ordered = sorted(taken)
    places = [min(len(ordered) - 1, int(len(ordered) * share)) for share in (0.5, 0.95, 0.99)]
    return [f"{ordered[place] * 1000:.1f}" for place in (*places, -1)]


def _speed(figures: Figures) -> list[str]:
    per_second = figures.count / figures.seconds if figures.seconds else 0
    per_cpu = figures.count / figures.cpu_seconds if figures.cpu_seconds else 0
    return [f"{per_second:.0f}", f"{per_cpu:.0f}"]


def _ratios(ours: Result, peer: Result) -> Table:
    """Ours divided by the peer's: medians (less is faster) and throughput (more is faster)."""
    table = Table(title="tablee / peer", title_justify="left")
    for column in ("phase", "ms", "p50", "per CPU s"):
        table.add_column(column, justify="left" if column in ("phase", "ms") else "right")
    for name, figures in ours.phases.items():
        other = peer.phases[name]
        for what, taken in figures.latencies.items():
            theirs = other.latencies.get(what)
            ratio = median(taken) / median(theirs) if taken and theirs else float("nan")
            table.add_row(name, what, f"{ratio:.2f}", f"{_per_cpu(figures, other):.2f}")
    return table


def _per_cpu(ours: Figures, theirs: Figures) -> float:
    if not (ours.cpu_seconds and theirs.cpu_seconds and theirs.count):
        return float("nan")
    return (ours.count / ours.cpu_seconds) / (theirs.count / theirs.cpu_seconds)
