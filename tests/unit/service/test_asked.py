"""What a worker asks the shared log before a batch: of the papers only those it may replace."""

from facilitation.domain.authorship import secret_hash
from facilitation.domain.casting import Cast
from facilitation.protocol.catalogue import BY_PAYLOAD
from facilitation.service.disk import asked
from facilitation.service.jobs import Job
from tests.support.stage import CLAIRE


def test_a_paper_is_asked_for_under_both_names_that_it_may_have() -> None:
    job = Job(CLAIRE, BY_PAYLOAD[Cast], Cast("VOT-01", "un", {}))
    names = {secret_hash("ABC234:VOT-01:un"), secret_hash("VOT-01:un")}
    assert asked("ABC234", [job]).papers == names
