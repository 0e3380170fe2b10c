"""One run: a fresh server on its own core, a swarm on the other, a phase; nothing acknowledged may
be missing afterwards.
"""

import sys
import tempfile
from pathlib import Path
from typing import Final

from bench.compare.contenders import Contender
from bench.compare.phases import Phase
from bench.compare.swarm import Figures, Swarm
from bench.line import Line
from bench.served import ADMIN_KEY, Served, settle

SCENARIO: Final = "belfort-2013"
#: Seconds that everybody together has for coming in.
PATIENCE: Final = 150
#: Connections by which the facilitator speaks: an answer that waits for the disk holds up no other.
LEADS: Final = 8


def run(contender: Contender, phase: Phase, more: dict[str, str]) -> Figures:
    """Measure a phase once on a contender, with more in its environment."""
    with (
        tempfile.TemporaryDirectory() as folder,
        Served(contender.command, Path(folder), contender.environment | more) as server,
    ):
        lead, room = _room(server.url)
        with Swarm(server.url, phase.phones, room, deflate=contender.deflate) as swarm:
            settle()
            joined = _join(swarm, server, phase)
            seeds = _held(server, lead)
            figures = joined | phase.act(swarm, server, phase.phones)
            if "saved" in figures:
                figures["missing"] = figures["saved"] - (_held(server, lead) - seeds)
            return figures


def _held(server: Served, lead: Line) -> int:
    """The texts of the workshop, asked for on a fresh connection: the last use may be long ago."""
    asking = Line(server.url, lead.code, lead.token)
    return len(asking.get("snapshot")["records"].get("contributions", {}))


def _room(url: str) -> tuple[Line, Figures]:
    """A fresh workshop in the step where people post, and what the swarm has to know of it."""
    created = Line(url, "").create(ADMIN_KEY, SCENARIO)
    lead = Line(url, str(created["code"]), created["facilitator_token"])
    records = lead.get("snapshot")["records"]
    steps = records["steps"].items()
    step = next(key for key, one in steps if "expectation" in one["allows"])
    lead.command("0" * 32, "step.start", {"step": step})
    return lead, {
        "code": lead.code,
        "tables": list(records["tables"]),
        "service": next(iter(records["services"])),
        "step": step,
        "leads": [lead.token] * LEADS,
    }


def _join(swarm: Swarm, server: Served, phase: Phase) -> Figures:
    before = server.cost()
    told = swarm.does("join", int(not phase.keeps_http), PATIENCE)
    settle()
    after = server.cost()
    if told["count"] < phase.phones:
        outside = phase.phones - told["count"]
        sys.stderr.write(f"{outside} of {phase.phones} phones did not come in\n")
    return {
        "all in s": told["seconds"],
        "join refused": told["refused"] + told["lost"] + phase.phones - told["count"],
        "join CPU ms": (after.cpu_seconds - before.cpu_seconds) * 1000 / phase.phones,
        "KiB": (after.memory_mib - before.memory_mib) * 1024 / phase.phones,
    }
