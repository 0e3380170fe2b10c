"""What `doctor` says of a certificate, each time with the condition broken."""

import shutil
import ssl
import subprocess
from pathlib import Path

import pytest

from facilitation.doctor.certificate import certificate, names

FILES = Path(__file__).resolve().parents[2] / "support" / "tls"
FILE, KEY = str(FILES / "certificate.pem"), str(FILES / "key.pem")
TOLD = ssl._ssl._test_decode_cert(FILE)  # type: ignore[attr-defined]
BEGINS = ssl.cert_time_to_seconds(TOLD["notBefore"])
ENDS = ssl.cert_time_to_seconds(TOLD["notAfter"])
DAY = 86_400


def codes(*arguments: object) -> list[tuple[str, str]]:
    """Levels and codes, in order."""
    found = certificate(*arguments)  # type: ignore[arg-type]
    return [(one.level, one.code) for one in found]


@pytest.mark.parametrize(
    ("now", "told"),
    [
        (BEGINS + DAY, ("good", "tls")),
        (BEGINS - DAY, ("wrong", "tls_early")),
        (ENDS + 1, ("wrong", "tls_over")),
        (ENDS - 3 * DAY, ("beware", "tls_short")),
    ],
)
def test_a_certificate_outlives_the_day(now: float, told: tuple[str, str]) -> None:
    assert codes(FILE, KEY, "127.0.0.1", now) == [told]


def test_a_certificate_for_another_name_is_wrong() -> None:
    told = codes(FILE, KEY, "tablee.example", BEGINS + DAY)
    assert told == [("good", "tls"), ("wrong", "tls_name")]


def test_a_missing_half_and_an_unreadable_file_are_wrong(tmp_path: Path) -> None:
    assert codes("", "", "x") == [("beware", "tls_none")]
    assert codes(FILE, "", "x") == [("wrong", "tls_half")]
    assert codes(str(tmp_path / "none"), KEY, "x") == [("wrong", "tls_unreadable")]
    (tmp_path / "text.pem").write_text("no certificate")
    assert codes(str(tmp_path / "text.pem"), KEY, "x") == [("wrong", "tls_unreadable")]


OPENSSL = shutil.which("openssl") or ""


@pytest.mark.skipif(not OPENSSL, reason="openssl makes the other keys")
def test_the_key_of_another_certificate_is_wrong(tmp_path: Path) -> None:
    command = [OPENSSL, "ecparam", "-name", "prime256v1", "-genkey"]
    made = subprocess.run(command, check=True, capture_output=True)  # noqa: S603 - fixed words
    other = tmp_path / "other.pem"
    other.write_bytes(made.stdout)
    assert codes(FILE, str(other), "127.0.0.1") == [("wrong", "tls_key")]


def test_names_are_matched_as_a_browser_does() -> None:
    told = {"subjectAltName": (("DNS", "*.example.fr"), ("IP Address", "10.0.0.2"))}
    assert names(told, "Salle.example.fr")
    assert names(told, "10.0.0.2")
    assert not names(told, "example.fr")
    assert not names(told, "a.b.example.fr")
    assert not names(told, "10.0.0.3")
