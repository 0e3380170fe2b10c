"""What the documents tell of the evaluation at the end of the day."""

from tests.support.stage import CLAIRE, Stage
from tests.unit.views.reading import part, report


def test_an_evaluation_without_remarks_tells_of_none() -> None:
    stage = Stage()
    ballot = stage.ballot(subject="evaluation")
    for _ in range(5):
        stage.vote(stage.join(), ballot, utile=4)
    stage.send(CLAIRE, "ballot.close", ballot=ballot)
    text = part(report(stage), "Évaluation à chaud")
    assert "5 réponses." in text
    assert "Remarques" not in text


def test_a_mean_has_one_decimal_and_a_half_goes_up_as_on_every_page() -> None:
    stage = Stage()
    ballot = stage.ballot(subject="evaluation")
    for mark in (3, 3, 3, 3, 3, 3, 4, 4):
        stage.vote(stage.join(), ballot, utile=mark)
    stage.send(CLAIRE, "ballot.close", ballot=ballot)
    text = part(report(stage), "Évaluation à chaud")
    assert "3,3" in text
    assert "3,2" not in text


def test_an_evaluation_counts_blank_papers_apart_and_tells_a_remark_once() -> None:
    stage = Stage()
    people = [stage.join() for _ in range(6)]
    ballot = stage.ballot(subject="evaluation")
    option = stage.state.ballots()[0].options[0].id
    for person in people:
        choices = {option: 4} if person is not people[0] else {}
        stage.send(
            person,
            "ballot.cast",
            ballot=ballot,
            paper_key=f"key-{person.participant}",
            choices=choices,
            remark="Merci",
        )
    stage.send(CLAIRE, "ballot.close", ballot=ballot)
    text = part(report(stage), "Évaluation à chaud")
    assert "6 réponses, dont 1 sans note." in text
    assert "Merci (× 6)" in text
