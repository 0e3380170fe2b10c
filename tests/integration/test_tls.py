"""Over TLS with a certificate of one's own: pages, cookies and sockets; a wrong one is said.

The certificate beside these tests is for them alone: anybody may read its key.
"""

import json
import os
import ssl
import subprocess
import sys
from pathlib import Path
from typing import Any
from uuid import uuid4

import requests
import websocket

from tests.support.serving import ROOT, Server

FILES = ROOT / "tests" / "support" / "tls"
CERTIFICATE = str(FILES / "certificate.pem")
SETTINGS = {
    "TABLEE_TLS_CERT": CERTIFICATE,
    "TABLEE_TLS_KEY": str(FILES / "key.pem"),
    "TABLEE_ADMIN_KEY": "essai",
}


def created(server: Server) -> dict[str, Any]:
    """A workshop, with its tokens."""
    answer = requests.post(
        f"{server.url}/api/workshops",
        json={"scenario": "team-half-day"},
        headers={"Authorization": "Bearer essai"},
        verify=CERTIFICATE,
        timeout=20,
    )
    content: dict[str, Any] = answer.json()
    return content


def heard(line: websocket.WebSocket, name: str) -> dict[str, Any]:
    """The next event of that name."""
    while True:
        frame = str(line.recv())
        if frame == "2":
            line.send("3")
        elif frame.startswith(f'42["{name}"'):
            content: dict[str, Any] = json.loads(frame[2:])[1]
            return content


def test_a_change_comes_down_an_encrypted_socket(tmp_path: Path) -> None:
    with Server(tmp_path, **SETTINGS) as server:
        made = created(server)
        address = server.url.replace("https", "wss", 1)
        line = websocket.create_connection(
            f"{address}/socket.io/?EIO=4&transport=websocket",
            sslopt={"ca_certs": CERTIFICATE, "cert_reqs": ssl.CERT_REQUIRED},
            timeout=20,
        )
        line.recv()
        line.send("40" + json.dumps({"token": made["facilitator_token"]}))
        heard(line, "snapshot")
        body = {
            "key": uuid4().hex,
            "name": "contribution.post",
            "payload": {"kind": "expectation", "text": "Une attente chiffrée."},
        }
        answer = requests.post(
            f"{server.url}/api/workshops/{made['code']}/commands",
            json=body,
            headers={"Authorization": f"Bearer {made['facilitator_token']}"},
            verify=CERTIFICATE,
            timeout=20,
        )
        number = answer.json()["result"]["id"]
        assert number in heard(line, "changes")["records"]["contributions"]
        line.close()


def test_cookies_are_for_encrypted_connections_only(tmp_path: Path) -> None:
    with Server(tmp_path, **SETTINGS) as server:
        answer = requests.post(
            server.addresses.observer, verify=CERTIFICATE, allow_redirects=False, timeout=20
        )
        assert "; Secure" in answer.headers["Set-Cookie"]


def test_a_wrong_certificate_is_one_sentence(tmp_path: Path) -> None:
    wrong = {"TABLEE_TLS_CERT": CERTIFICATE, "TABLEE_TLS_KEY": CERTIFICATE}
    done = subprocess.run(
        [sys.executable, "app.py", "serve", "--host", "127.0.0.1", "--port", "0"],
        cwd=ROOT,
        env=os.environ | wrong | {"TABLEE_DATA_DIR": str(tmp_path), "LANG": "fr_FR.UTF-8"},
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    assert done.returncode == 1
    assert "Le certificat ou sa clé ne peut pas servir" in done.stderr
    assert "Traceback" not in done.stderr
