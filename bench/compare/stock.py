"""Stock Flask-SocketIO on eventlet, answering what `bench.compare` asks: no database, no audiences.

Only what lets it hold a hall at all is set: a longer backlog and more than 1,024 connections.
"""

import eventlet
import eventlet.wsgi

eventlet.monkey_patch()

import itertools  # noqa: E402 - after the patch
import json  # noqa: E402
import sys  # noqa: E402
import time  # noqa: E402
from typing import Any  # noqa: E402

from flask import Flask, request  # noqa: E402
from flask_socketio import SocketIO, emit, join_room  # noqa: E402

Json = dict[str, Any]

RECORDS: Json = {
    "tables": {str(number): {} for number in range(1, 9)},
    "services": {"ddt": {}},
    "steps": {"attentes": {"allows": ["expectation"]}},
}

app = Flask(__name__)
sockets = SocketIO(app, async_mode="eventlet", ping_interval=20, ping_timeout=15)
people = itertools.count(1)
events = itertools.count(1)


@app.post("/api/workshops")
def create() -> tuple[Json, int]:
    """One room; its tokens name their role."""
    return {"code": "PEER01", "facilitator_token": "lead", "screen_token": "screen"}, 201


@app.post("/api/workshops/<code>/participants")
def join(code: str) -> tuple[Json, int]:
    """Somebody comes in."""
    who = f"p{next(people)}"
    return {"participant": who, "token": who}, 201


@app.get("/api/workshops/<code>/snapshot")
def snapshot(code: str) -> Json:
    """Everything."""
    return {"records": RECORDS}


@app.post("/api/workshops/<code>/commands")
def command(code: str) -> Json:
    """A word to all phones is emitted once, to the one room where all are."""
    body = request.get_json()
    if body["name"] == "message.send":
        sockets.emit("changes", _message(body["payload"]["text"]), to="all")
    return {"ok": True, "seq": 1, "result": {}}


def _message(text: str) -> Json:
    """As long as Tablée's own message."""
    number, now = next(events), int(time.time() * 1000)
    key = f"MSG-{number}"
    record = {"id": key, "text": text, "table": None, "at": now, "state": "live", "v": number}
    records = {"messages": {key: record}}
    streams = {"all": number}
    return {
        "epoch": "peer",
        "streams": streams,
        "from": number - 1,
        "records": records,
        "now": now,
    }


@sockets.on("connect")
def connect(auth: Json) -> None:
    """Phones listen to one room; the snapshot follows."""
    if auth["token"] != "lead":  # noqa: S105 - a role, not a secret
        join_room("all")
    emit("snapshot", {"records": RECORDS})


def main() -> None:
    """Serve on a free port, which the ready line tells."""
    listener = eventlet.listen(("127.0.0.1", 0), backlog=4096)
    address = f"http://127.0.0.1:{listener.getsockname()[1]}/"
    sys.stdout.write("TABLEE READY " + json.dumps({"url": address}) + "\n")
    sys.stdout.flush()
    eventlet.wsgi.server(listener, app, log_output=False, max_size=20_000)


if __name__ == "__main__":
    main()
