"""One server under every phase, with what it cost."""

import argparse

from rich.console import Console

from bench import phases
from bench.crowd import Crowd
from bench.served import Served


def measured(
    name: str, server: Served, asked: argparse.Namespace, console: Console
) -> phases.Result:
    """Its figures phase by phase, its memory at the end, and what was acknowledged and is lost."""
    result = phases.Result(name)
    crowd = Crowd(server.url, asked.phones)
    for title, phase in phases.EVERY.items():
        console.print(f"[dim]{name}: {title}…[/]")
        before = server.cost()
        figures = phase(crowd, asked)
        figures.cpu_seconds = server.cost().cpu_seconds - before.cpu_seconds
        result.phases[title] = figures
    result.memory_mib = server.cost().memory_mib
    result.lost = crowd.missing()
    crowd.close()
    return result
