"""A plain peer for the ratios: Flask-SocketIO on eventlet as its manual shows it.

One commit per post, the library's own fan-out, no projection, no idempotence, no audiences: less
work than Tablée does, done the usual way. It answers just what `bench.crowd` asks.
"""

import eventlet
import eventlet.wsgi

eventlet.monkey_patch()

import itertools  # noqa: E402 - after the patch
import json  # noqa: E402
import os  # noqa: E402
import sqlite3  # noqa: E402
import sys  # noqa: E402
from pathlib import Path  # noqa: E402
from typing import Any  # noqa: E402

from flask import Flask, request  # noqa: E402
from flask_socketio import SocketIO, emit, join_room  # noqa: E402

Json = dict[str, Any]

TABLES: Json = {str(number): {} for number in range(1, 9)}
RECORDS: Json = {
    "tables": TABLES,
    "services": {"ddt": {}, "ars": {}},
    "steps": {"attentes": {"allows": ["expectation"]}},
    "contributions": {},
}

app = Flask(__name__)
sockets = SocketIO(app, async_mode="eventlet")
numbers = itertools.count(1)
base = sqlite3.connect(Path(os.environ["TABLEE_DATA_DIR"]) / "peer.sqlite3", isolation_level=None)
base.execute("PRAGMA journal_mode=WAL")
base.execute("PRAGMA synchronous=FULL")
base.execute("CREATE TABLE posts (number INTEGER PRIMARY KEY, author TEXT, text TEXT)")


def _bearer() -> str:
    return request.headers.get("Authorization", "").removeprefix("Bearer ")


@app.post("/api/workshops")
def create() -> tuple[Json, int]:
    """One room; its tokens name their role."""
    tokens = {f"{role}_token": role for role in ("facilitator", "screen", "observer")}
    return {"code": "PEER01", **tokens}, 201


@app.post("/api/workshops/<code>/participants")
def join(code: str) -> tuple[Json, int]:
    """Somebody comes in; the token names the table."""
    who = f"{request.get_json()['table']}/{next(numbers)}"
    return {"participant": who, "token": who}, 201


@app.get("/api/workshops/<code>/snapshot")
def snapshot(code: str) -> Json:
    """Everything."""
    return {"records": RECORDS}


@app.post("/api/workshops/<code>/commands")
def command(code: str) -> Json:
    """A post is committed by itself, then told to its table and to the facilitator."""
    body = request.get_json()
    payload = body["payload"]
    if body["name"] == "contribution.post":
        _post(payload)
    elif body["name"] == "screen.show":
        _tell("screen", "screen", {"id": "screen", "text": payload["text"]})
    return {"ok": True, "result": {}}


def _post(payload: Json) -> None:
    key = f"ATT-{next(numbers):03d}"
    record = {"id": key, "kind": payload["kind"], "text": payload["text"]}
    base.execute("BEGIN IMMEDIATE")
    base.execute("INSERT INTO posts (author, text) VALUES (?, ?)", (_bearer(), payload["text"]))
    base.execute("COMMIT")
    RECORDS["contributions"][key] = record
    for place in ("facilitator", _bearer().partition("/")[0]):
        _tell(place, "contributions", record)


def _tell(place: str, collection: str, record: Json) -> None:
    sockets.emit("changes", {"records": {collection: {record["id"]: record}}}, to=place)


@sockets.on("connect")
def connect(auth: Json) -> None:
    """The role or the table is the room to listen in."""
    join_room(auth["token"].partition("/")[0])
    emit("snapshot", {"records": RECORDS})


def main() -> None:
    """Serve on a free port, which the ready line tells."""
    listener = eventlet.listen(("127.0.0.1", 0))
    address = f"http://127.0.0.1:{listener.getsockname()[1]}/"
    sys.stdout.write("TABLEE READY " + json.dumps({"url": address}) + "\n")
    sys.stdout.flush()
    eventlet.wsgi.server(listener, app, log_output=False)


if __name__ == "__main__":
    main()
