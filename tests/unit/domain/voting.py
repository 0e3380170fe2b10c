"""What tests of votes share: a paper, and the count of a closed ballot."""

from typing import Any

from tests.support.stage import Stage

CAST: dict[str, Any] = {"paper_key": "cle", "choices": {"THM-01": 2}}


def dots(stage: Stage, ballot: str) -> dict[str, int]:
    """The count of a closed ballot."""
    tally = stage.get("ballots", ballot).tally
    return {score.option: score.total for score in tally.scores}
