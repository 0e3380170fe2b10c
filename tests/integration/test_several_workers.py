"""One workshop over two workers, on PostgreSQL and Redis: what is promised of one holds there."""

import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from uuid import uuid4

import pytest
import requests

from tests.support.pairs import PHONES, STALE, Pair, insist, kept, opened, phones, spread
from tests.support.remote import Ear, Shut, Workshop, expectation, refused

pytestmark = [pytest.mark.postgresql, pytest.mark.slow, pytest.mark.timeout(300)]


@pytest.fixture
def workshop(pair: Pair) -> Iterator[Workshop]:
    made = opened(pair)
    yield made
    made.close()


def test_every_screen_is_told_everything_once_and_in_one_order(workshop: Workshop) -> None:
    crowd = phones(workshop)
    texts = [f"Attente {number}" for number in range(30)]
    ears = [Ear(one) for one in (*crowd, *[workshop.facilitator] * 6)]
    with ThreadPoolExecutor(PHONES) as hands:
        sent = [
            hands.submit(insist, crowd[at % PHONES], text, uuid4().hex)
            for at, text in enumerate(texts)
        ]
        [one.result() for one in sent]
    order = [text for text in kept(workshop) if text in texts]
    for ear in ears:
        name = "table:1" if "table:1" in ear.streams else "facilitators"
        ear.until(lambda ear, name=name: set(texts) <= set(ear.texts(name)))
        assert [text for text in ear.texts(name) if text in texts] == order
        assert ear.gaps == []
        ear.__exit__()


def test_what_one_holds_at_last_is_the_same_everywhere(workshop: Workshop) -> None:
    leader = spread(workshop.facilitator)
    ears = [Ear(leader) for _ in range(8)]
    crowd = phones(workshop)
    numbers = [one.do("contribution.post", **expectation("Un texte"))["id"] for one in crowd]
    theme = leader.do("theme.create", name="Un thème")["id"]
    leader.do("theme.assign", contributions=numbers[:3], theme=theme)
    crowd[5].do("contribution.withdraw", contribution=numbers[5])
    leader.do("undo")
    last = leader.get("snapshot").json()
    for ear in ears:
        ear.until(lambda ear: ear.streams["facilitators"] == last["streams"]["facilitators"])
        assert ear.records["facilitators"] == last["records"]
        ear.__exit__()


def test_whoever_came_in_by_one_worker_is_at_home_at_the_other(workshop: Workshop) -> None:
    for turn in range(12):
        phone = spread(workshop.join(table="2", name=f"Personne {turn}"))
        assert phone.get("me").json()["participant"] == phone.participant
        assert f"Personne {turn}" in str(phone.get("snapshot").json()["records"]["participants"])


def test_one_key_sent_to_both_workers_at_once_is_one_post(workshop: Workshop) -> None:
    phone = phones(workshop, 1)[0]
    for turn in range(8):
        key = uuid4().hex
        with ThreadPoolExecutor(4) as hands:
            body = expectation(f"Une fois {turn}")
            sent = list(
                hands.map(lambda _: phone.do("contribution.post", key=key, **body), range(4))  # noqa: B023
            )
        assert len({one["id"] for one in sent}) == 1
    assert sorted(text for text in kept(workshop) if "Une fois" in text) == [
        f"Une fois {turn}" for turn in range(8)
    ]


def test_a_vote_is_one_vote_whichever_worker_takes_the_papers(workshop: Workshop) -> None:
    leader = spread(workshop.facilitator)
    themes = [leader.do("theme.create", name=name)["id"] for name in ("Un", "Deux")]
    ballot = leader.do("ballot.open", question="Lequel ?", subject="themes", budget=3, most=3)["id"]
    crowd = phones(workshop, 8)
    for number, voter in enumerate(crowd):
        vote = {"ballot": ballot, "paper_key": f"{number:032x}", "choices": {themes[0]: 1}}
        voter.do("ballot.cast", **vote)
        voter.do("ballot.cast", **vote | {"choices": {themes[1]: 2}})
        for _ in range(2):
            again = voter.send("ballot.cast", **vote | {"paper_key": uuid4().hex})
            assert refused(again)[1] == "already_voted"
    with Ear(leader) as ear:
        ear.until(lambda ear: ear.named("live")[-1]["turnout"].get(ballot, {}).get("papers") == 8)
    leader.do("ballot.close", ballot=ballot)
    tally = leader.records("ballots")[ballot]["tally"]
    assert {one["option"]: one["total"] for one in tally["scores"]} == {themes[0]: 0, themes[1]: 16}


def test_presence_and_who_wrote_are_counted_over_both_workers(workshop: Workshop) -> None:
    crowd = phones(workshop, 8)
    ears = [Ear(one) for one in crowd]
    for one in crowd:
        one.do("contribution.post", **expectation("Un texte"))
    told = {"present": 8, "written": 8}
    with Ear(workshop.facilitator) as leader:
        leader.until(lambda ear: ear.named("live")[-1]["tables"]["1"] == told)
        for ear in ears:
            ear.__exit__()
        leader.until(lambda ear: ear.named("live")[-1]["present"] == 0)


@pytest.mark.parametrize("whose", ["a device", "a person"])
def test_a_token_that_is_taken_back_is_nobodys_on_any_worker_within_two_seconds(
    workshop: Workshop, whose: str
) -> None:
    line = spread(workshop.observer if whose == "a device" else workshop.join())
    # More requests and sockets than chance gives to one worker: both know the token.
    assert all(line.get("me").ok for _ in range(12))
    count = 8 if whose == "a device" else 3
    ears = [Ear(line) for _ in range(count)]
    if whose == "a device":
        told = workshop.facilitator.get("devices").json()["devices"]
        (device,) = [one["id"] for one in told if one["role"] == "observer"]
        assert workshop.facilitator.post(f"devices/{device}/revoke").ok
    else:
        workshop.facilitator.do("participant.remove", participant=line.participant)
    taken = time.monotonic()
    for ear in ears:
        ear.until(lambda ear: ear.named("disconnect"))
    while any(line.get("me").ok for _ in range(6)):
        assert time.monotonic() - taken < STALE
    assert time.monotonic() - taken < STALE
    assert {refused(line.get("me")) for _ in range(12)} == {(401, "unknown_token")}
    with pytest.raises(Shut, match="unknown_token"):
        Ear(line)


def test_a_phone_that_polls_is_asked_for_a_websocket(pair: Pair) -> None:
    address = f"{pair.url}/socket.io/?EIO=4&transport=polling"
    assert requests.get(address, timeout=20).status_code == 400
