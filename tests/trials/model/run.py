"""Playing the machine; the other modules say what it is made of."""

from hypothesis import HealthCheck, settings
from hypothesis.stateful import run_state_machine_as_test

from tests.trials.model.disasters import Disasters
from tests.trials.model.leaders import Leaders
from tests.trials.model.people import People


class Everything(People, Leaders, Disasters):
    """The machine: its rules are what befalls a room, its invariants what was promised."""


def run(seminars: int, steps: int) -> None:
    """So many seminars, each of at most so many steps; AssertionError with the shortest story that
    goes wrong.
    """
    long = settings(
        max_examples=seminars,
        stateful_step_count=steps,
        deadline=None,
        suppress_health_check=list(HealthCheck),
        database=None,
    )
    run_state_machine_as_test(Everything, settings=long)
