"""A table shared by one device: it writes for its members, and for nobody else."""

from collections.abc import Callable

import pytest
import requests

from tests.support.browsing import Browser, lead
from tests.support.remote import Ear, Shut, Workshop, expectation, refused

PLAN = "table;service;fonction;catégorie\n1;Desk;Responsable;A\n2;office;Chargée;B\n"


@pytest.fixture
def device(workshop: Workshop, open_browser: Callable[..., Browser]) -> Browser:
    """The shared device of table 1, opened by the facilitator."""
    browser = lead(workshop, open_browser())
    assert browser.open(f"/w/{workshop.code}/table/1").status_code == 200
    return browser


def act(device: Browser, workshop: Workshop, member: str, key: str = "0f" * 16) -> object:
    body = {
        "key": key,
        "name": "contribution.post",
        "payload": expectation("Écrit à la table"),
        "as": member,
    }
    told = device.command(workshop.code, body, **{"X-Tablee-As": "table:1"}).json()
    return told.get("code") or told["result"]["id"]


def test_a_tables_device_writes_for_a_member_of_its_table(
    workshop: Workshop, device: Browser
) -> None:
    awa = workshop.join("desk", "1")
    workshop.write()
    number = str(act(device, workshop, awa.participant))
    assert awa.records("contributions")[number]["text"] == "Écrit à la table"


def test_a_tables_device_writes_for_nobody_of_another_table(
    workshop: Workshop, device: Browser
) -> None:
    far = workshop.join("desk", "2")
    workshop.write()
    assert act(device, workshop, far.participant) == "unknown_participant"
    assert act(device, workshop, "nobody", "1f" * 16) == "unknown_participant"
    assert far.records("contributions") == {}


def test_a_phone_may_not_act_for_its_neighbour(workshop: Workshop) -> None:
    one, other = workshop.join("desk", "1"), workshop.join("desk", "1")
    workshop.write()
    sent = one.send("contribution.post", **expectation("Pas moi"), acting=other.participant)
    assert refused(sent) == (404, "unknown_participant")


def test_a_tables_device_brings_in_people_without_a_phone(
    workshop: Workshop, device: Browser
) -> None:
    body = {
        "key": "0f" * 16,
        "name": "participant.join",
        "payload": {"service": "desk", "table": "1", "name": "Noé"},
    }
    told = device.command(workshop.code, body, **{"X-Tablee-As": "table:1"}).json()
    person = told["result"]["participant"]
    assert workshop.facilitator.records("participants")[person]["via"] == "device"


def test_the_same_browser_keeps_each_role_apart(workshop: Workshop, device: Browser) -> None:
    device.open(f"/w/{workshop.code}/table/2")
    roles = {
        role: device.open(
            f"/api/workshops/{workshop.code}/me", headers={"X-Tablee-As": role}
        ).json()
        for role in ("facilitator", "table:1", "table:2")
    }
    assert {role: (me["role"], me["table"]) for role, me in roles.items()} == {
        "facilitator": ("facilitator", None),
        "table:1": ("table", "1"),
        "table:2": ("table", "2"),
    }


def test_a_device_that_names_its_table_is_no_other_table(
    workshop: Workshop, device: Browser
) -> None:
    """Table 10's cookie begins like table 1's."""
    held = device.cookies()[f"tablee_{workshop.code}_table_1"].value
    name = f"tablee_{workshop.code}_table_10"
    me = f"{workshop.line().api}/me"
    told = requests.get(me, cookies={name: held}, headers={"X-Tablee-As": "table:1"}, timeout=20)
    assert refused(told) == (401, "unknown_token")
    told = requests.get(me, cookies={name: held}, headers={"X-Tablee-As": "table"}, timeout=20)
    assert told.json()["role"] == "table"
    line = workshop.line()
    with pytest.raises(Shut):
        Ear(line, **{"as": "table:1"}, headers={"Cookie": f"{name}={held}"})
    with Ear(line, **{"as": "table"}, headers={"Cookie": f"{name}={held}"}) as ear:
        ear.until(lambda ear: "table:1" in ear.streams)
