"""The day: each step of the running order, what the room does on it, what the facilitator does."""

from collections.abc import Callable
from typing import Any, Final

from facilitation.rehearsal import arrivals, gestures, leading, noting, sheets, speaking, voting
from facilitation.rehearsal.people import Person
from facilitation.rehearsal.stage import SEEN, Stage

Json = dict[str, Any]
Gesture = Callable[[Stage, Person], None]
Deed = Callable[[Stage], None]

#: What a person does where a step allows it.
GESTURES: Final[dict[str, Gesture]] = {
    "expectation": gestures.expectation,
    "positioning": gestures.positioning,
    "proposal": gestures.proposal,
    "mission": speaking.mission,
    "referent": speaking.referent,
    "statement": speaking.statement,
    "vote": voting.vote,
    "evaluation": voting.vote,
    "sheet": sheets.sheet,
    "commitment": gestures.commitment,
}
#: What the facilitator does before the room acts, by what the step allows.
BEFORE: Final[dict[str, Deed]] = {
    "statement": leading.choose_proposers,
    "vote": lambda stage: leading.open_vote(stage, "themes"),
    "sheet": leading.draft_plan,
}
#: And once it has acted.
AFTER: Final[dict[str, Deed]] = {
    "referent": leading.settle_referents,
}
#: By the kind of the step.
KINDS: Final[dict[str, tuple[Deed, ...]]] = {
    "case": (leading.release, leading.moderate),
    "share": (leading.settle_roles,),
    "break": (leading.group,),
    "themes": (leading.group, leading.second_thoughts),
}
#: Simulated minutes of a step in which nothing is asked of phones; longer talks are cut short.
IDLE: Final = 3


def play(stage: Stage, seats: list[Json], come: Callable[[], None]) -> None:
    """From the first step to the last. `come` lets people in; the late ones come at the third."""
    steps = sorted(stage.all("steps"), key=lambda step: int(step["position"]))
    for place, step in enumerate(steps):
        stage.tell(f"{place + 1}/{len(steps)} {step['title']}")
        _start(stage, step)
        if place == 0:
            come()
        if place == 2 and not any(person.acting for person in stage.people):
            arrivals.late_ones(stage, seats)
        if place == 2:
            noting.attendance(stage)
        _live(stage)
        stage.wait(min(IDLE, step["minutes"]))
        if place == len(steps) - 1:
            leading.close_vote(stage)
            stage.catch_up()
            noting.followups(stage)
    stage.must("step.finish")


def _start(stage: Stage, step: Json) -> None:
    stage.must("step.start", {"step": step["id"]})
    stage.step = step
    stage.round = step.get("round") or stage.round
    here = [person for person in stage.people if not _sees(person, step["id"])]
    if here:
        stage.ledger.fault(f"{len(here)} phones did not see the step {step['id']}")


def _sees(person: Person, step: str) -> bool:
    """Whether a phone is on the step: the server told it, nobody asked."""

    def there() -> bool:
        return any(one.get("step") == step for one in person.streams.all("workshop").values())

    return person.streams.wait(there, SEEN)


def _live(stage: Stage) -> None:
    allows = stage.step["allows"]
    _deeds(stage, BEFORE, allows)
    if "evaluation" in allows and not _evaluated(stage):
        leading.open_vote(stage, "evaluation")
    _write(stage, [GESTURES[name] for name in dict.fromkeys(map(_once, allows))])
    _deeds(stage, AFTER, allows)
    if "statement" in allows:
        stage.everybody(lambda person: speaking.reserve(stage, person))
        leading.settle_statements(stage)
    if "vote" in allows:
        _count(stage)
    deeds = list(KINDS.get(stage.step["kind"], ()))
    if {"expectation", "proposal"} & set(allows):
        deeds.append(leading.wall)
    for deed in deeds:
        # The facilitator looks at the page before doing the next thing.
        stage.catch_up()
        deed(stage)


def _once(name: str) -> str:
    """A vote and the evaluation are one gesture: the ballot that is open."""
    return "evaluation" if name == "vote" else name


def _evaluated(stage: Stage) -> bool:
    return any(one["subject"] == "evaluation" for one in stage.all("ballots"))


def _deeds(stage: Stage, deeds: dict[str, Deed], allows: list[str]) -> None:
    for name in allows:
        if name in deeds:
            deeds[name](stage)


def _count(stage: Stage) -> None:
    stage.everybody(lambda person: voting.papers(stage, person))
    leading.type_paper(stage)
    leading.close_vote(stage)


def _write(stage: Stage, acts: list[Gesture]) -> None:
    """The writing window: everybody at once; then a look at what the others wrote."""
    if not acts:
        return
    window = bool(stage.step["writing"])
    if window:
        stage.must("writing.open")
    stage.everybody(lambda person: _each(stage, person, acts))
    if window:
        stage.lead.send("writing.close", may=("writing_not_open",))
        stage.everybody(lambda person: gestures.late(stage, person))
        stage.before = stage.step
    if gestures.expectation in acts or gestures.proposal in acts:
        stage.everybody(lambda person: gestures.support(stage, person))


def _each(stage: Stage, person: Person, acts: list[Gesture]) -> None:
    for act in acts:
        act(stage, person)
