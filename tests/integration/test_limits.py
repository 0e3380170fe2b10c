"""Floods: one person's stays theirs; a right code never waits; a socket says whose it is."""

import json
import socket
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from urllib.parse import urlsplit

import pytest
import requests
import websocket

from tests.support.browsing import Browser, enter
from tests.support.remote import Ear, Line, Workshop, expectation
from tests.support.serving import Server

BURST = 20


@pytest.fixture(scope="module")
def slow(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A server with the limits of a real day."""
    folder = tmp_path_factory.mktemp("limits")
    running = Server(folder, TABLEE_ADMIN_KEY="clé-d’administration-des-essais", TABLEE_FASTER="1")
    yield running
    running.stop()


@pytest.fixture
def room(slow: Server) -> Iterator[Workshop]:
    made = Workshop(slow.url)
    made.write()
    yield made
    made.close()


def flood(line: Line, count: int) -> list[requests.Response]:
    return [line.send("contribution.post", **expectation(f"Texte {n}")) for n in range(count)]


def test_one_who_floods_is_told_when_to_come_again_and_loses_nothing(room: Workshop) -> None:
    awa, noah = room.join("desk", "1"), room.join("office", "1")
    answers = flood(awa, BURST + 15)
    slower = [one for one in answers if one.status_code == 429]
    assert slower
    assert len(slower) < 16
    for one in slower:
        assert one.json()["code"] == "too_fast"
        assert "Rien n’est perdu" in one.json()["message"]
        assert 1 <= int(one.headers["Retry-After"]) <= 2
    # The same address, another person: nothing of it is theirs.
    assert all(one.ok for one in flood(noah, BURST))
    post = {"key": "0f" * 16, **expectation("Le dernier")}
    while (said := awa.send("contribution.post", **post)).status_code == 429:
        time.sleep(int(said.headers["Retry-After"]))
    assert said.ok
    texts = [one["text"] for one in awa.records("contributions").values()]
    assert texts.count("Le dernier") == 1


def test_more_people_than_expected_come_in_with_a_seat_code_or_once_they_are_expected(
    room: Workshop,
) -> None:
    room.facilitator.do("people.expect", people=1)
    people = [room.join(key=f"{number:032x}") for number in range(11)]
    seat = room.facilitator.post("seats").json()["seats"][0]["code"]
    wanted = {"service": "desk", "table": "1"}
    told = room.line().post("participants", json=wanted)
    assert (told.status_code, told.json()["code"]) == (429, "room_full")
    assert told.headers["Retry-After"] == "30"
    page = enter(Browser(room.root), room.code)
    assert page.status_code == 429
    assert "Adressez-vous à l’animateur" in page.text
    # Whoever is in is in, whatever phone or answer was lost meanwhile.
    again = room.join(key=f"{3:032x}")
    assert again.participant == people[3].participant
    assert Browser(room.root).submit(f"/w/{room.code}/resume", {"resume": seat}).ok
    with Ear(room.facilitator) as ear:
        ear.until(lambda ear: ear.named("live"))
        assert (ear.named("live")[-1]["joined"], ear.named("live")[-1]["places"]) == (12, 11)
    room.facilitator.do("people.expect", people=12)
    assert room.join().participant


def test_a_wrong_code_waits_under_one_budget_and_a_right_one_never(room: Workshop) -> None:
    code = room.facilitator.post("seats").json()["seats"][0]["code"]

    def wrong(_: int) -> float:
        browser = Browser(room.root)
        started = time.monotonic()
        page = browser.submit(f"/w/{room.code}/resume", {"resume": "WRNG-CDES"})
        browser.close()
        assert page.status_code == 404
        return time.monotonic() - started

    with ThreadPoolExecutor(40) as hands:
        tries = [hands.submit(wrong, n) for n in range(40)]
        time.sleep(0.5)
        browser = Browser(room.root)
        started = time.monotonic()
        assert browser.submit(f"/w/{room.code}/resume", {"resume": code}).status_code == 200
        right = time.monotonic() - started
        browser.close()
        waits = sorted(one.result() for one in tries)
    assert waits[-1] > 3
    assert right < waits[-1] / 2


def test_unknown_workshops_and_spent_links_wait_in_the_same_queue(room: Workshop) -> None:
    with ThreadPoolExecutor(30) as hands:
        list(hands.map(lambda _: requests.get(f"{room.root}/w/ZZZZZZ", timeout=30), range(30)))
    started = time.monotonic()
    answer = requests.post(f"{room.root}/w/{room.code}/observe?key=wrong", timeout=30)
    assert answer.status_code == 410
    assert time.monotonic() - started > 0.1


def test_of_a_persons_sockets_the_oldest_closes(room: Workshop) -> None:
    awa, noah = room.join("desk", "1"), room.join("desk", "1")
    with Ear(noah) as other, Ear(awa) as first, Ear(awa) as second, Ear(awa) as third:
        for ear in (first, second, third):
            ear.until(lambda ear: ear.streams)
        with Ear(awa) as fourth:
            first.until(lambda ear: ear.named("disconnect"))
            fourth.until(lambda ear: ear.streams)
            for ear in (other, second, third, fourth):
                assert not ear.named("disconnect")
            assert not first.named("moved")


@contextmanager
def opened(server: Server, *frames: str | bytes) -> Iterator[websocket.WebSocket]:
    address = f"{server.url.replace('http', 'ws', 1)}/socket.io/?EIO=4&transport=websocket"
    line = websocket.create_connection(address, timeout=20)
    line.recv()
    for frame in frames:
        if isinstance(frame, bytes):
            line.send_binary(frame)
        else:
            line.send(frame)
    try:
        yield line
    finally:
        line.shutdown()


def hung_up(line: websocket.WebSocket) -> bool:
    """Whether the server ends the line, whatever it says before."""
    try:
        while True:
            opcode, _said = line.recv_data()
            if opcode == websocket.ABNF.OPCODE_CLOSE:
                return True
    except (websocket.WebSocketConnectionClosedException, OSError):
        return True
    except websocket.WebSocketTimeoutException:
        return False


@pytest.mark.parametrize(
    "frame",
    [
        '451-["event",{"_placeholder":true,"num":0}]',
        '461-1[{"_placeholder":true,"num":0}]',
        b"\x00\x01\x02",
        "4",
        "49",
        "42{",
        '44{"message":"no"}',
    ],
)
def test_a_frame_that_is_none_ends_the_line(
    room: Workshop, slow: Server, frame: str | bytes
) -> None:
    with opened(slow, "40" + json.dumps({"token": room.screen.token}), frame) as line:
        assert hung_up(line)
    assert "Traceback" not in slow.log.read_text("utf-8")


def test_a_frame_beyond_64_kb_ends_the_line(room: Workshop, slow: Server) -> None:
    with opened(slow, "40" + json.dumps({"token": room.screen.token})) as line:
        with suppress(OSError):
            line.send("42" + json.dumps(["event", "x" * 70_000]))
        assert hung_up(line)


def test_a_flood_of_frames_ends_the_line(room: Workshop, slow: Server) -> None:
    with opened(slow, "40" + json.dumps({"token": room.screen.token})) as line:
        with suppress(OSError):
            for _turn in range(2_000):
                line.send('42["event"]')
        assert hung_up(line)


def test_a_poll_with_more_than_sixteen_packets_is_dropped(room: Workshop, slow: Server) -> None:
    address = f"{slow.url}/socket.io/?EIO=4&transport=polling"
    sid = json.loads(requests.get(address, timeout=20).text[1:])["sid"]
    body = "\x1e".join(["40" + json.dumps({"token": room.screen.token})] * 17)
    requests.post(f"{address}&sid={sid}", data=body, timeout=20)
    assert room.facilitator.get("me").ok
    assert "Traceback" not in slow.log.read_text("utf-8")


@pytest.mark.slow
def test_a_socket_that_never_says_whose_it_is_is_closed(slow: Server) -> None:
    started = time.monotonic()
    with opened(slow) as line, suppress(websocket.WebSocketException, OSError):
        line.settimeout(60)
        while said := line.recv():
            if said == "2":
                line.send("3")
    assert 25 < time.monotonic() - started < 50


@pytest.mark.parametrize("line", [b"GET /w/A?key=%s HTTP/9.9", b"\x16\x03\x01 key=%s", b"GET"])
def test_not_even_a_malformed_request_is_logged(slow: Server, line: bytes) -> None:
    secret = b"c0ffee" * 5
    place = urlsplit(slow.url)
    with socket.create_connection((str(place.hostname), int(place.port or 0)), 20) as sent:
        sent.sendall(line.replace(b"%s", secret) + b"\r\n\r\n")
        sent.shutdown(socket.SHUT_WR)
        while sent.recv(4096):
            pass
    told = slow.log.read_bytes()
    assert secret not in told
    assert b"Bad request" not in told


@pytest.mark.slow
def test_a_connection_that_says_nothing_is_closed(slow: Server) -> None:
    place = urlsplit(slow.url)
    with socket.create_connection((str(place.hostname), int(place.port or 0)), 100) as silent:
        silent.sendall(b"GET / HTTP/1.1\r\nHost:")
        assert silent.recv(4096) in {b"", b"HTTP/1.0 408"}
