"""The long forms: `python -m tests.trials NAME`; without a name it lists them."""

import argparse
import sys
import tempfile
from pathlib import Path

from tests.support.remote import ADMIN_KEY, Workshop
from tests.support.serving import Server
from tests.trials import hands, held, kills, partitions, workers
from tests.trials.model import run as model
from tests.trials.soak import bounds, seminar


def _kills(folder: Path, asked: argparse.Namespace) -> str:
    return str(kills.run(folder, asked.rounds, asked.seed))


def _partitions(folder: Path, asked: argparse.Namespace) -> str:
    took = partitions.run(folder, asked.seconds, asked.phones, asked.seed)
    assert max(took) <= partitions.LONGEST_CATCH_UP, f"caught up too late: {took}"
    return f"caught up after {[round(one, 1) for one in took]} s"


def _held(folder: Path, asked: argparse.Namespace) -> str:
    return str(held.run(folder, asked.held, asked.seed))


def _hands(folder: Path, asked: argparse.Namespace) -> str:
    with Server(folder, TABLEE_ADMIN_KEY=ADMIN_KEY) as server:
        workshop = Workshop(server.url)
        second = workshop.line(workshop.made["facilitator_token"])
        return str(dict(hands.Table(workshop, second).rounds(asked.rounds)))


def _model(_folder: Path, asked: argparse.Namespace) -> str:
    model.run(asked.rounds, asked.steps)
    return f"{asked.rounds} seminars of {asked.steps} steps, nothing lost"


def _soak(folder: Path, asked: argparse.Namespace) -> str:
    limits = bounds.SHORT if asked.short else bounds.Bounds()
    whole = seminar.Wanted(people=asked.people, minute=asked.minute)
    soaked = seminar.run(folder, seminar.SHORT if asked.short else whole)
    for one in soaked.readings:
        sys.stderr.write(f"{one}\n")
    sys.stdout.write(f"{bounds.told(soaked, limits)}\n")
    wrong = bounds.beyond(soaked, limits)
    assert not wrong, "\n".join(wrong)
    return "nothing lost, nothing twice, nothing kept"


def _workers(folder: Path, asked: argparse.Namespace) -> str:
    return workers.run(folder, asked.rounds)


TRIALS = {
    "workers": _workers,
    "soak": _soak,
    "kills": _kills,
    "partitions": _partitions,
    "hands": _hands,
    "held": _held,
    "model": _model,
}


def main() -> None:
    """Run one trial in a folder of its own."""
    parser = argparse.ArgumentParser(prog="python -m tests.trials")
    parser.add_argument("trial", choices=TRIALS)
    parser.add_argument("--rounds", type=int, default=200)
    parser.add_argument("--steps", type=int, default=100)
    parser.add_argument("--seconds", type=float, nargs="+", default=[1, 10, 60])
    parser.add_argument("--phones", type=int, default=20)
    parser.add_argument("--people", type=int, default=60)
    parser.add_argument("--short", action="store_true", help="a soak of seconds")
    parser.add_argument("--minute", type=float, default=3.0, help="its real seconds, in a soak")
    parser.add_argument("--held", type=float, default=30, help="seconds, of the database")
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        sys.stdout.write(f"{asked.trial}: {TRIALS[asked.trial](Path(folder), asked)}\n")


if __name__ == "__main__":
    main()
