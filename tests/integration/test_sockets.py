"""What comes down: snapshots, numbered changes without gaps, live values, and coming back."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest

from tests.support.remote import Ear, Line, Shut, Workshop, expectation
from tests.support.serving import Server


@pytest.fixture
def writing(workshop: Workshop) -> Workshop:
    """The phones are open, and nothing is private to its author."""
    workshop.facilitator.do("step.correct", step="expectations", private=False)
    workshop.write()
    return workshop


@pytest.fixture
def awa(writing: Workshop) -> Iterator[Line]:
    return writing.join("desk", "1")


def arrived(count: int, stream: str) -> object:
    return lambda ear: len(ear.texts(stream)) == count


def test_a_phone_is_sent_its_tables_stream_and_its_own(awa: Line) -> None:
    mine = f"me:{awa.participant}"
    with Ear(awa) as ear:
        ear.until(lambda ear: {"table:1", mine} <= set(ear.streams))
        fresh = {name: awa.get("snapshot", stream=name).json()["records"] for name in ear.records}
        heard = ear.records
    assert heard == fresh
    assert [list(said["streams"]) for said in ear.named("snapshot")] == [["table:1"], [mine]]


def test_what_is_posted_comes_down_to_everybody_and_to_its_author_by_the_same_road(
    writing: Workshop, awa: Line
) -> None:
    noah = writing.join("office", "1")
    with Ear(awa) as author, Ear(noah) as neighbour, Ear(writing.facilitator) as leader:
        held = len(leader.texts("facilitators"))
        number = awa.do("contribution.post", **expectation("Une attente"))["id"]
        author.until(lambda ear: "Une attente" in ear.texts(f"me:{awa.participant}"))
        neighbour.until(lambda ear: "Une attente" in ear.texts("table:1"))
        leader.until(arrived(held + 1, "facilitators"))
        assert number in leader.records["facilitators"]["contributions"]
        assert author.named("changes")


def test_two_sockets_of_one_stream_hear_the_same_in_the_same_order(
    writing: Workshop, awa: Line
) -> None:
    noah = writing.join("office", "1")
    texts = [f"Attente {number}" for number in range(24)]

    def post(text: str) -> str:
        line = Line(writing.root, writing.code, (awa if hash(text) % 2 else noah).token)
        number = str(line.do("contribution.post", **expectation(text))["id"])
        line.close()
        return number

    with Ear(writing.facilitator) as one, Ear(writing.facilitator) as other:
        held = len(one.texts("facilitators"))
        with ThreadPoolExecutor(6) as hands:
            numbers = list(hands.map(post, texts))
        for ear in (one, other):
            ear.until(arrived(held + 24, "facilitators"))
            assert ear.gaps == []
        assert one.named("changes") == other.named("changes")
        assert sorted(one.texts("facilitators")[held:]) == sorted(texts)
        assert len(set(numbers)) == 24


def test_numbers_grow_and_name_the_one_before(writing: Workshop, awa: Line) -> None:
    with Ear(writing.facilitator) as ear:
        ear.until(lambda ear: ear.streams)
        first = ear.streams["facilitators"]
        for number in range(5):
            writing.facilitator.do("contribution.park", text=f"Point {number}")
        ear.until(lambda ear: len(ear.records["facilitators"].get("parked", {})) == 5)
        steps = [(said["from"], said["streams"]["facilitators"]) for said in ear.named("changes")]
    assert [before for before, _ in steps] == [first, *(after for _, after in steps[:-1])]
    assert all(before < after for before, after in steps)


def test_what_is_heard_live_is_what_a_fresh_snapshot_says(writing: Workshop, awa: Line) -> None:
    with Ear(writing.facilitator) as ear:
        numbers = [
            awa.do("contribution.post", **expectation(f"Attente {number}"))["id"]
            for number in range(4)
        ]
        leader = writing.facilitator
        theme = leader.do("theme.create", name="Un thème")["id"]
        leader.do("theme.assign", contributions=numbers[:2], theme=theme)
        leader.do("contribution.set_aside", contribution=numbers[3], reason="duplicate")
        leader.do("undo")
        awa.do("contribution.withdraw", contribution=numbers[2])
        last = leader.get("snapshot").json()
        ear.until(lambda ear: ear.streams["facilitators"] == last["streams"]["facilitators"])
        assert ear.records["facilitators"] == last["records"]


def test_what_was_missed_comes_by_number(writing: Workshop, awa: Line) -> None:
    leader = writing.facilitator
    with Ear(leader) as ear:
        ear.until(lambda ear: ear.streams)
        number, epoch = ear.streams["facilitators"], ear.named("snapshot")[0]["epoch"]
    awa.do("contribution.post", **expectation("Pendant l’absence"))
    with Ear(leader, since={"facilitators": number}, epoch=epoch) as back:
        back.until(lambda ear: ear.named("changes"))
        assert back.named("snapshot") == []
        assert back.texts("facilitators") == ["Pendant l’absence"]


def test_another_epoch_brings_everything_afresh(writing: Workshop) -> None:
    number = writing.facilitator.get("snapshot").json()["streams"]["facilitators"]
    with Ear(writing.facilitator, since={"facilitators": number}, epoch="of before") as ear:
        ear.until(lambda ear: ear.streams)
        assert [said["full"] for said in ear.named("snapshot")] == [True]


def test_a_table_hears_nothing_of_what_another_table_writes(writing: Workshop, awa: Line) -> None:
    with Ear(awa) as near, Ear(writing.join("office", "2")) as far:
        awa.do("contribution.post", **expectation("Pour notre table"))
        near.until(lambda ear: "Pour notre table" in ear.texts("table:1"))
        writing.facilitator.do("message.send", text="Plus que deux minutes.")
        far.until(lambda ear: "deux minutes" in str(ear.records))
        assert "Pour notre table" not in str(far.heard)


@pytest.mark.parametrize("auth", [{"token": "unknown"}, {"token": ""}, {"token": 7}, {"as": "x"}])
def test_a_socket_without_a_good_token_is_refused_alike(
    workshop: Workshop, auth: dict[str, object]
) -> None:
    with pytest.raises(Shut, match="unknown_token"):
        Ear(workshop.line(), **{"token": "", **auth})


def test_the_token_of_another_workshop_opens_no_socket(workshop: Workshop, server: Server) -> None:
    other = Workshop(server.url)
    with pytest.raises(Shut, match="unknown_token"):
        Ear(workshop.line(other.facilitator.token))
    other.close()


def test_nothing_but_presence_goes_up(writing: Workshop) -> None:
    with Ear(writing.facilitator) as ear:
        ear.until(lambda ear: ear.streams)
        writing.facilitator.do("contribution.park", text="Avant")
        before = writing.facilitator.get("snapshot").json()["streams"]
        body = {"key": "0f" * 16, "name": "step.finish", "payload": {}}
        for name in ("command", "commands", "message", "changes"):
            ear._socket.emit(name, body)
        writing.facilitator.do("contribution.park", text="Un point")
        ear.until(lambda ear: "Un point" in str(ear.records))
        after = writing.facilitator.get("snapshot").json()["streams"]
    assert after["facilitators"] == before["facilitators"] + 1


def test_who_is_there_is_told_live_and_counted_once(writing: Workshop, awa: Line) -> None:
    with Ear(writing.facilitator) as leader:
        with Ear(awa), Ear(awa):
            leader.until(lambda ear: ear.named("live") and ear.named("live")[-1]["present"] == 1)
            told = leader.named("live")[-1]["tables"]["1"]
            assert told["present"] == 1
        leader.until(lambda ear: ear.named("live")[-1]["present"] == 0)


def test_how_many_have_written_is_told_to_the_facilitator_and_never_who(
    writing: Workshop, awa: Line
) -> None:
    with Ear(writing.facilitator) as leader, Ear(awa) as phone:
        awa.do("contribution.post", **expectation("Une attente"))
        leader.until(lambda ear: ear.named("live")[-1]["tables"]["1"]["written"] == 1)
        assert awa.participant not in str(leader.named("live"))
        assert all("tables" not in said for said in phone.named("live"))


def test_turnout_is_told_live_and_no_total_before_the_close(writing: Workshop, awa: Line) -> None:
    leader = writing.facilitator
    themes = [leader.do("theme.create", name=name)["id"] for name in ("Un", "Deux")]
    ballot = leader.do("ballot.open", question="Lequel ?", subject="themes", budget=3, most=3)["id"]
    with Ear(leader) as ear, Ear(awa) as phone:
        vote = {"ballot": ballot, "paper_key": "1a" * 16, "choices": {themes[0]: 3}}
        awa.do("ballot.cast", **vote)
        ear.until(lambda ear: papers(ear, ballot) == (1, 1, 0))
        by_hand = {"ballot": ballot, "paper_key": "2b" * 16, "choices": {}, "voter": "paper/1/1"}
        leader.do("ballot.cast", **by_hand)
        ear.until(lambda ear: papers(ear, ballot) == (2, 2, 1))
        phone.until(lambda ear: ballot in str([said.get("voted") for said in ear.named("live")]))
        shown = ear.records["facilitators"]["ballots"][ballot]
        assert shown.get("tally") is None
        leader.do("ballot.close", ballot=ballot)
        ear.until(lambda ear: ear.records["facilitators"]["ballots"][ballot].get("tally"))


def papers(ear: Ear, ballot: str) -> tuple[int, ...]:
    """What was last told of an open vote: papers, registered, of whom on paper."""
    told = ear.named("live")[-1]["turnout"].get(ballot, {})
    return tuple(told.get(name) for name in ("papers", "registered", "entered"))


def test_whoever_changes_table_is_told_to_come_back(writing: Workshop, awa: Line) -> None:
    with Ear(awa) as ear:
        ear.until(lambda ear: ear.streams)
        awa.do("participant.correct", table="2")
        ear.until(lambda ear: ear.named("moved"))
        ear.until(lambda ear: ear.named("disconnect") != [])
    with Ear(awa) as back:
        back.until(lambda ear: "table:2" in ear.streams)
        assert "table:1" not in back.streams


def test_whoever_is_removed_is_told_and_finds_the_door_shut(writing: Workshop, awa: Line) -> None:
    with Ear(awa) as ear:
        ear.until(lambda ear: ear.streams)
        writing.facilitator.do("participant.remove", participant=awa.participant)
        ear.until(lambda ear: ear.named("moved"))
    with pytest.raises(Shut, match="unknown_token"):
        Ear(awa)
