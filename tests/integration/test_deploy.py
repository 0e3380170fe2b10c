"""The files of docs/deploy, as they stand: a real nginx before two workers, units that systemd
reads.
"""

import json
import os
import re
import shutil
import signal
import ssl
import subprocess
import tempfile
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
import requests
import websocket

from tests.support.remote import ADMIN_KEY, expectation
from tests.support.services import PostgreSQL, Redis, find, free_port, wait_for_port
from tests.support.serving import ROOT, Server

pytestmark = [pytest.mark.postgresql, pytest.mark.slow, pytest.mark.timeout(240)]

FILES = ROOT / "docs" / "deploy"
TLS = ROOT / "tests" / "support" / "tls"
CERTIFICATE = str(TLS / "certificate.pem")
NGINX = find("nginx") or shutil.which("nginx", path="/usr/sbin")


@dataclass(frozen=True)
class Front:
    """nginx before a server: its two addresses."""

    url: str
    plain: str
    server: Server


def configured(folder: Path, behind: int, secure: int, plain: int) -> Path:
    """The page's own nginx.conf, with the places of a test."""
    text = (FILES / "nginx.conf").read_text("utf-8")
    for old, new in {
        "server 127.0.0.1:5000;": f"server 127.0.0.1:{behind};",
        "listen 443 ssl http2;": f"listen 127.0.0.1:{secure} ssl http2;",
        "listen 80;": f"listen 127.0.0.1:{plain};",
        "/etc/tablee/certificate.pem": CERTIFICATE,
        "/etc/tablee/key.pem": str(TLS / "key.pem"),
        "seminaire.example.fr": "127.0.0.1",
    }.items():
        assert old in text, old
        text = text.replace(old, new)
    (folder / "tablee.conf").write_text(re.sub(r"\n *listen \[::\].*", "", text), "utf-8")
    temporary = "".join(
        f"{kind}_temp_path {folder}/{kind};\n"
        for kind in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    )
    whole = folder / "nginx.conf"
    whole.write_text(
        f"pid {folder}/pid;\nerror_log {folder}/error.log;\ndaemon off;\n"
        f"events {{}}\nhttp {{\n{temporary}include {folder}/tablee.conf;\n}}\n",
        "utf-8",
    )
    return whole


@pytest.fixture(scope="module")
def front(postgresql: PostgreSQL) -> Iterator[Front]:
    if NGINX is None or find("redis-server") is None:
        pytest.skip("NGINX OR REDIS IS NOT INSTALLED: THE FILES OF docs/deploy ARE NOT TESTED HERE")
    secure, plain = free_port(), free_port()
    with tempfile.TemporaryDirectory() as name, Redis() as redis:
        # The workers of nginx run as nobody.
        folder = Path(name)
        folder.chmod(0o755)
        settings = {
            "TABLEE_DATABASE_URL": postgresql.database(),
            "TABLEE_REDIS_URL": redis.address,
            "TABLEE_ADMIN_KEY": ADMIN_KEY,
            "TABLEE_PUBLIC_URL": f"https://127.0.0.1:{secure}/",
            "TABLEE_TRUSTED_PROXIES": "127.0.0.1",
        }
        port = free_port()
        options = ("--scenario", "team-half-day", "--workers", "2", "--port", str(port))
        with Server(folder, *options, **settings) as server:
            whole = configured(folder, port, secure, plain)
            nginx = subprocess.Popen([NGINX, "-c", str(whole), "-e", f"{folder}/error.log"])  # noqa: S603
            wait_for_port(secure)
            yield Front(f"https://127.0.0.1:{secure}", f"http://127.0.0.1:{plain}", server)
            nginx.send_signal(signal.SIGTERM)
            nginx.wait(20)


def created(front: Front) -> dict[str, Any]:
    answer = requests.post(
        f"{front.url}/api/workshops",
        json={"scenario": "team-half-day"},
        headers={"Authorization": b"Bearer " + ADMIN_KEY.encode()},
        verify=CERTIFICATE,
        timeout=20,
    )
    assert answer.status_code == 201, answer.text
    made: dict[str, Any] = answer.json()
    return made


def command(front: Front, code: str, token: str, name: str, **payload: Any) -> requests.Response:
    return requests.post(
        f"{front.url}/api/workshops/{code}/commands",
        json={"key": uuid4().hex, "name": name, "payload": payload},
        headers={"Authorization": f"Bearer {token}"},
        verify=CERTIFICATE,
        timeout=20,
    )


@contextmanager
def listening(front: Front, token: str) -> Iterator[websocket.WebSocket]:
    line = websocket.create_connection(
        f"{front.url.replace('https', 'wss')}/socket.io/?EIO=4&transport=websocket",
        sslopt={"ca_certs": CERTIFICATE, "cert_reqs": ssl.CERT_REQUIRED},
        origin=front.url,
        timeout=60,
    )
    line.recv()
    line.send("40" + json.dumps({"token": token}))
    try:
        yield line
    finally:
        line.close()


def until(line: websocket.WebSocket, text: str) -> str:
    """Listen until a text was told; all that was heard."""
    heard = ""
    while text not in heard:
        frame = str(line.recv())
        if frame == "2":
            line.send("3")
        heard += frame
    return heard


def test_posts_go_up_and_changes_come_down_through_nginx(front: Front) -> None:
    # A worker that is slow to start on a busy machine may drop a line: then all of it once more.
    for _ in range(2):
        with suppress(websocket.WebSocketConnectionClosedException):
            return up_and_down(front)
    return up_and_down(front)


def up_and_down(front: Front) -> None:
    """Five pages listen, three texts go up, everybody is told of them."""
    made = created(front)
    token = made["facilitator_token"]
    texts = [f"Par nginx {number}" for number in range(3)]
    with ExitStack() as closing:
        lines = [closing.enter_context(listening(front, token)) for _ in range(5)]
        hands = closing.enter_context(ThreadPoolExecutor(5))
        told = [hands.submit(until, line, texts[-1]) for line in lines]
        for text in texts:
            answer = command(front, made["code"], token, "contribution.park", text=text)
            assert answer.ok, answer.text
        for one in told:
            assert all(text in one.result() for text in texts)


def test_plain_http_only_shows_the_way(front: Front) -> None:
    answer = requests.get(f"{front.plain}/w/ABC234", allow_redirects=False, timeout=20)
    assert answer.status_code == 301
    assert answer.headers["Location"] == "https://127.0.0.1/w/ABC234"


def test_behind_nginx_the_way_is_known_to_be_encrypted(front: Front) -> None:
    answer = requests.post(
        front.server.addresses.observer, verify=CERTIFICATE, allow_redirects=False, timeout=20
    )
    assert "; Secure" in answer.headers["Set-Cookie"]
    assert front.server.addresses.join.startswith(front.url)


def test_a_name_that_is_not_ours_is_refused_through_nginx_too(front: Front) -> None:
    answer = requests.get(
        front.url, headers={"Host": "elsewhere.example"}, verify=CERTIFICATE, timeout=20
    )
    assert answer.status_code in {400, 403, 404, 421}


def test_what_people_write_and_the_links_are_in_no_log_of_nginx(front: Front) -> None:
    made = created(front)
    canary = expectation("Canari")
    command(front, made["code"], made["facilitator_token"], "contribution.post", **canary)
    said = (front.server.folder / "error.log").read_text("utf-8")
    assert "key=" not in said
    assert "Canari" not in said


@pytest.mark.parametrize("unit", ["tablee.service", "tablee-workers.service"])
def test_systemd_reads_the_unit(unit: str, tmp_path: Path) -> None:
    if shutil.which("systemd-analyze") is None:
        pytest.skip("systemd-analyze is not installed")
    text = (FILES / unit).read_text("utf-8").replace("/opt/tablee/.venv/bin/python", "/bin/true")
    (tmp_path / unit).write_text(text, "utf-8")
    done = subprocess.run(  # noqa: S603
        ["systemd-analyze", "verify", str(tmp_path / unit)],  # noqa: S607
        capture_output=True,
        text=True,
        check=False,
        env=os.environ | {"SYSTEMD_LOG_LEVEL": "warning"},
    )
    told = [line for line in done.stderr.splitlines() if unit in line]
    assert told == []
    assert done.returncode == 0, done.stderr


def test_the_commands_of_the_units_are_commands_of_tablee() -> None:
    for unit in ("tablee.service", "tablee-workers.service"):
        text = (FILES / unit).read_text("utf-8")
        command_line = next(line for line in text.splitlines() if line.startswith("ExecStart="))
        options = command_line.partition("app.py ")[2].split()
        done = subprocess.run(  # noqa: S603
            [str(ROOT / ".venv" / "bin" / "python"), "app.py", *options, "--help"],
            cwd=ROOT, capture_output=True, text=True, check=False,
        )  # fmt: skip
        assert done.returncode == 0, done.stderr


def test_every_setting_of_the_page_is_read() -> None:
    text = (FILES / "tablee.env").read_text("utf-8")
    names = set(re.findall(r"^#?(TABLEE_\w+)=", text, re.MULTILINE))
    read = (ROOT / "facilitation" / "settings.py").read_text("utf-8")
    assert [name for name in names if f'"{name}"' not in read] == []
    assert len(names) >= 5
