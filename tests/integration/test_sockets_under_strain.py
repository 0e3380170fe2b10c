"""What a broadcast does to real connections: not compressed, and nothing lost or reordered."""

import http.client
import json
import os
import select
import socket
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit
from uuid import uuid4

import pytest
import requests
import websocket

from tests.support.remote import ADMIN_KEY, Ear, Workshop
from tests.support.serving import Server

Json = dict[str, Any]

#: Small enough that a phone which does not read is full at once.
NARROW = 4096
POSTS = 120
LONG = "Que les services disposent d’un calendrier commun des échéances. " * 20


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Server]:
    with Server(tmp_path, TABLEE_ADMIN_KEY=ADMIN_KEY) as running:
        yield running


def created(server: Server) -> tuple[str, str]:
    """A workshop's address for programs, and its facilitator's token."""
    answer = requests.post(
        f"{server.url}/api/workshops",
        json={"scenario": "team-half-day"},
        headers={"Authorization": b"Bearer " + ADMIN_KEY.encode()},
        timeout=20,
    ).json()
    return f"{server.url}/api/workshops/{answer['code']}", answer["facilitator_token"]


def opened(server: Server, token: str, *, narrow: bool = False) -> websocket.WebSocket:
    """A WebSocket that offers compression, as every browser does."""
    options = [(socket.SOL_SOCKET, socket.SO_RCVBUF, NARROW)] if narrow else []
    address = f"{server.url.replace('http', 'ws', 1)}/socket.io/?EIO=4&transport=websocket"
    line = websocket.create_connection(address, timeout=20, sockopt=options)
    line.recv()
    line.send("40" + json.dumps({"token": token}))
    return line


def events(line: websocket.WebSocket) -> Iterator[Json]:
    """The events of a socket, as they come; pings are answered."""
    while True:
        frame = str(line.recv())
        if frame == "2":
            line.send("3")
        elif frame.startswith("42"):
            name, content = json.loads(frame[2:])
            yield {"name": name, **content}


def send(api: str, token: str, name: str, payload: Json) -> None:
    """A facilitator's command that is accepted."""
    body = {"key": uuid4().hex, "name": name, "payload": payload}
    headers = {"Authorization": f"Bearer {token}"}
    assert requests.post(f"{api}/commands", json=body, headers=headers, timeout=20).ok


def test_a_phone_that_does_not_read_gets_everything_once_and_in_order(server: Server) -> None:
    api, token = created(server)
    line = opened(server, token, narrow=True)
    for number in range(POSTS):
        payload = {"kind": "expectation", "text": f"{number} {LONG}"}
        send(api, token, "contribution.post", payload)
    held, texts = None, []
    for event in events(line):
        if event["name"] == "live":
            continue
        (number,) = event["streams"].values()
        assert event["name"] == "snapshot" or event["from"] == held
        held = number
        arrived = [one["text"] for one in event["records"].get("contributions", {}).values()]
        # The scenario's own seeds are in the snapshot too.
        texts += [text for text in arrived if text.endswith(LONG.strip())]
        if len(texts) >= POSTS:
            break
    assert [int(text.split()[0]) for text in texts] == list(range(POSTS))
    line.close()


@pytest.mark.skipif(
    os.environ.get("TABLEE_ASYNC_MODE") == "threading",
    reason="threading answers the offer the way of its library",
)
def test_no_socket_is_compressed_though_browsers_offer_it(server: Server) -> None:
    offer = {"Sec-WebSocket-Extensions": "permessage-deflate"}
    address = f"{server.url.replace('http', 'ws', 1)}/socket.io/?EIO=4&transport=websocket"
    line = websocket.create_connection(address, timeout=20, header=offer)
    assert line.getstatus() == 101
    assert "sec-websocket-extensions" not in {name.lower() for name in line.getheaders() or {}}
    line.close()


#: A text of ten kilobytes, in characters that take four bytes.
LOUD = "📣" * 2_400
#: Far more than the system and the server keep for one phone.
MOST_LOUD = 800
#: More than may wait for one phone: twice 256 messages, and what the room itself keeps, in KiB.
GROWS = 64 * 1024


def memory(server: Server) -> int:
    """What the server holds, in KiB."""
    status = Path(f"/proc/{server._process.pid}/status").read_text(encoding="ascii")
    return int(status.partition("VmRSS:")[2].split()[0])


def rest(line: websocket.WebSocket, stream: str) -> tuple[int, list[str]]:
    """All that was on its way to a socket that was cut: how far it got, and the texts."""
    held, texts = 0, []
    with suppress(websocket.WebSocketException, OSError):
        for event in events(line):
            if stream in event.get("streams", {}):
                held = event["streams"][stream]
                texts += [one["text"] for one in event["records"]["contributions"].values()]
    return held, texts


def told(ear: Ear, stream: str) -> list[str]:
    """The loud texts that a stream holds, in order."""
    kept = ear.records.get(stream, {}).get("contributions", {}).values()
    return [one["text"] for one in kept if one["text"].endswith(LOUD)]


@pytest.mark.slow
@pytest.mark.skipif(
    os.environ.get("TABLEE_ASYNC_MODE") == "threading",
    reason="threading sends the way of its library: a thread waits for each phone",
)
def test_a_phone_that_stops_reading_is_cut_off_at_the_bound_and_misses_nothing(
    server: Server,
) -> None:
    workshop = Workshop(server.url)
    deaf, other = workshop.join(), workshop.join()
    mine, said = f"me:{deaf.participant}", list[str]()
    with Ear(workshop.facilitator) as console, Ear(other) as neighbour:
        line = opened(server, deaf.token, narrow=True)
        console.until(lambda ear: ear.named("live")[-1:] and ear.named("live")[-1]["present"] == 2)
        before = memory(server)
        while console.named("live")[-1]["present"] == 2:
            assert len(said) < MOST_LOUD, "whoever does not read is never cut off"
            said.append(f"{len(said)} {LOUD}")
            deaf.do("contribution.post", kind="expectation", text=said[-1], anonymous=False)
            # Whoever reads makes the room tell at once what it would have gathered.
            assert other.get("snapshot", stream=f"me:{other.participant}").ok
        assert memory(server) - before < GROWS
        # Nobody else is the worse for it.
        neighbour.until(lambda ear: told(ear, "table:1") == said, "the neighbour")
        assert not neighbour.named("disconnect")
        assert neighbour.gaps == []
        held, texts = rest(line, mine)
        assert len(texts) < len(said)
        # It opens another socket, hears that it missed more than fits in one message, and asks.
        with Ear(deaf, since={mine: held}) as again:
            again.until(lambda ear: ear.streams.get(mine, 0) > held)
        missed = deaf.get("snapshot", stream=mine, since=held).json()["records"]["contributions"]
        assert texts + [one["text"] for one in missed.values()] == said
    line.close()
    workshop.close()


@pytest.mark.skipif(
    os.environ.get("TABLEE_ASYNC_MODE") == "threading", reason="nothing is written straight there"
)
def test_nothing_is_written_to_a_socket_before_the_phone_has_changed_over_to_it(
    server: Server,
) -> None:
    api, token = created(server)
    opening = "socket.io/?EIO=4&transport"
    given = requests.get(f"{server.url}/{opening}=polling", timeout=20).text
    sid = json.loads(given[1:])["sid"]
    place = f"{server.url}/{opening}=polling&sid={sid}"
    requests.post(place, data="40" + json.dumps({"token": token}), timeout=20)
    heard = ""
    while "present" not in heard:
        heard += requests.get(place, timeout=20).text
    poll = http.client.HTTPConnection(urlsplit(server.url).netloc, timeout=20)
    poll.request("GET", f"/{opening}=polling&sid={sid}")
    address = f"{server.url.replace('http', 'ws', 1)}/{opening}=websocket&sid={sid}"
    line = websocket.create_connection(address, timeout=20)
    line.send("2probe")
    assert line.recv() == "3probe"
    assert poll.getresponse().read() == b"6"
    poll.close()
    # What it brings about is sent before it is answered.
    send(api, token, "contribution.post", {"kind": "expectation", "text": "Entre deux"})
    assert not select.select([line.sock], [], [], 0)[0]
    line.send("5")
    assert any("Entre deux" in str(event) for event in events(line))
    line.close()
