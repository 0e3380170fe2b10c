"""What `doctor` says of the network, each time with the condition broken."""

import errno
from pathlib import Path

import pytest

from facilitation.doctor import network
from facilitation.doctor.finding import Finding


def codes(found: object) -> list[tuple[str, str]]:
    """Levels and codes, in order."""
    findings: list[Finding] = list(found)  # type: ignore[call-overload]
    return [(one.level, one.code) for one in findings]


@pytest.mark.parametrize(
    ("chosen", "told"),
    [
        ("192.168.1.20", [("good", "address")]),
        ("127.0.0.1", [("wrong", "address_none")]),
        ("169.254.7.7", [("good", "address"), ("beware", "address_self_given")]),
        ("8.8.4.4", [("good", "address"), ("beware", "address_public")]),
    ],
)
def test_an_address_that_leads_to_no_phone_is_wrong(
    chosen: str, told: list[tuple[str, str]]
) -> None:
    assert codes(network.addresses(chosen, [chosen], f"http://{chosen}:5000/")) == told


def test_the_other_addresses_are_named_for_whoever_is_on_them() -> None:
    found = list(network.addresses("10.0.0.2", ["10.0.0.2", "172.16.0.9"], "http://10.0.0.2/"))
    assert [one.details.get("others") for one in found] == [None, "172.16.0.9"]


def test_this_machine_finds_addresses_of_its_own() -> None:
    assert "127.0.0.1" not in network.own_addresses()


def failing(number: int) -> None:
    """A port that somebody has."""
    raise OSError(errno.EADDRINUSE, "in use")


def forbidden(number: int) -> None:
    """A port for administrators."""
    raise OSError(errno.EACCES, "denied")


def test_a_port_is_free_served_taken_or_out_of_reach() -> None:
    assert codes(network.port(5000, served=True)) == [("good", "port_served")]
    assert codes(network.port(5000, served=False, bind=lambda number: None)) == [
        ("good", "port_free")
    ]
    assert codes(network.port(5000, served=False, bind=failing)) == [("wrong", "port_taken")]
    assert codes(network.port(80, served=False, bind=forbidden)) == [("wrong", "port_refused")]


def test_a_firewall_that_is_on_is_named_with_the_command_that_opens_the_port(
    tmp_path: Path,
) -> None:
    assert codes(network.firewall(5000, "linux", tmp_path)) == [("good", "firewall_none")]
    (tmp_path / "etc" / "ufw").mkdir(parents=True)
    (tmp_path / "etc" / "ufw" / "ufw.conf").write_text("ENABLED=yes\n")
    assert codes(network.firewall(5000, "linux", tmp_path)) == [("beware", "firewall_ufw")]
    (tmp_path / "etc" / "ufw" / "ufw.conf").write_text("ENABLED=no\n")
    (tmp_path / "run" / "firewalld").mkdir(parents=True)
    assert codes(network.firewall(5000, "linux", tmp_path)) == [("beware", "firewall_firewalld")]
    assert codes(network.firewall(5000, "win32", tmp_path)) == [("beware", "firewall_windows")]
    assert codes(network.firewall(5000, "darwin", tmp_path)) == [("beware", "firewall_mac")]


def test_a_name_leads_here_elsewhere_or_nowhere() -> None:
    own = ["10.0.0.2"]

    def told(found: list[str]) -> list[tuple[str, str]]:
        return codes(network.name("https://tablee.example/", own, lambda name: found))

    assert told(["10.0.0.2"]) == [("good", "name")]
    assert told(["10.0.0.3"]) == [("beware", "name_elsewhere")]
    assert told([]) == [("wrong", "name_nowhere")]
    assert codes(network.name("", own)) == []
    assert codes(network.name("sans-schéma", own, lambda name: ["10.0.0.2"])) == [
        ("wrong", "name_nowhere")
    ]
