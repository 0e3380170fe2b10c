"""Workers that start: one that hangs, or ends, is no worker, and nobody waits for it for ever."""

import sys

import pytest

from facilitation.workers import LISTENING, Crew, possible

pytestmark = pytest.mark.skipif(not possible(), reason="there are no workers on this system")

HANGS = "import time; print('almost', flush=True); time.sleep(600)"
ENDS = "print('almost')"
LISTENS = f"import time; print('almost'); print({LISTENING!r}, flush=True); time.sleep(600)"


def crew(program: str, patience: float = 60) -> Crew:
    """Two workers that run a short program."""
    return Crew([sys.executable, "-c", program], 2, patience)


@pytest.mark.parametrize(("program", "started"), [(LISTENS, True), (ENDS, False)])
def test_a_crew_has_started_when_each_of_it_listens(program: str, started: bool) -> None:
    made = crew(program)
    assert made.start() is started
    made.end()
    assert all(worker.returncode is not None for worker in made._working)


def test_a_worker_that_hangs_as_it_starts_is_not_waited_for_and_none_is_left() -> None:
    made = crew(HANGS, patience=0.2)
    with pytest.raises(TimeoutError):
        made.start()
    made.end()
    assert all(worker.returncode is not None for worker in made._working)
