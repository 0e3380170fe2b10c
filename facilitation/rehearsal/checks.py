"""At the end of a rehearsal: nothing that was acknowledged is missing, and every device holds
what a newcomer would be sent.
"""

from typing import Any

from facilitation.rehearsal.people import Device
from facilitation.rehearsal.stage import SEEN, Stage

Json = dict[str, Any]


def missing(stage: Stage) -> list[str]:
    """What was acknowledged and does not stand in the facilitator's fresh snapshot, in words."""
    records: Json = stage.lead.line.get("snapshot")["records"]
    parts = (_texts, _made, _fields, _papers)
    return [line for part in parts for line in part(stage, records)]


def _texts(stage: Stage, records: Json) -> list[str]:
    held = records.get("contributions", {})
    found = []
    for number, seen in stage.ledger.texts.items():
        differ = [name for name, value in seen.items() if held.get(number, {}).get(name) != value]
        if differ:
            found.append(f"{number}: {', '.join(differ)}")
    return found


def _made(stage: Stage, records: Json) -> list[str]:
    return [
        f"{collection} {number}"
        for collection, numbers in stage.ledger.made.items()
        for number in sorted(numbers)
        if number not in records.get(collection, {})
    ]


def _fields(stage: Stage, records: Json) -> list[str]:
    actions = records.get("actions", {})
    return [
        f"{action}: {name}"
        for (action, name), value in stage.ledger.fields.items()
        if not _same(actions.get(action, {}).get(name), value)
    ]


def _same(kept: Any, sent: Any) -> bool:
    """Lists of objects come back with the fields that were left out."""
    if isinstance(sent, list):
        return (
            isinstance(kept, list)
            and len(kept) == len(sent)
            and all(_same(one, other) for one, other in zip(kept, sent, strict=True))
        )
    if isinstance(sent, dict):
        return isinstance(kept, dict) and all(kept.get(name) == one for name, one in sent.items())
    return bool(kept == sent)


def _papers(stage: Stage, records: Json) -> list[str]:
    found = []
    for ballot, papers in stage.ledger.papers.items():
        tally = records.get("ballots", {}).get(ballot, {}).get("tally") or {}
        counted = (tally.get("papers"), tally.get("blank"))
        if counted != (len(papers), sum(papers.values())):
            found.append(f"{ballot}: {counted}")
    return found


def stale(stage: Stage) -> list[str]:
    """The streams that a device holds otherwise than a newcomer would be sent them."""
    devices = {id(one): one for one in (stage.lead, *stage.watchers, *_phones(stage))}
    return [
        f"{device.line.role}: {name}"
        for device in devices.values()
        for name in list(device.streams.numbers)
        if not _fresh(device, name)
    ]


def _phones(stage: Stage) -> list[Device]:
    return [person.device for person in stage.people]


def _fresh(device: Device, name: str) -> bool:
    """Once the last message is in, what came piece by piece is what comes at once."""
    message = device.line.get("snapshot", stream=name)
    number = int(message["streams"][name])
    device.ear.mend()
    if not device.streams.wait(lambda: device.streams.numbers.get(name, -1) >= number, SEEN):
        return False
    held = device.streams.stream(name)[1]
    sent = {collection: kept for collection, kept in message["records"].items() if kept}
    return device.streams.numbers.get(name) != number or held == sent
