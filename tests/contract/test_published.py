"""What outsiders rely on is written down: commands, records, refusals, in pages and in tests."""

import re
from pathlib import Path

import pytest

from facilitation.domain.core import EVENTS
from facilitation.domain.records import COLLECTIONS
from facilitation.protocol.catalogue import CATALOGUE
from facilitation.views.fields import FIELDS
from facilitation.web.messages import SENTENCES

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs/protocol.md").read_text(encoding="utf-8")


def codes_of_the_domain() -> set[str]:
    """Every refusal that the domain's modules name."""
    sources = [
        path.read_text(encoding="utf-8") for path in (ROOT / "facilitation/domain").glob("*.py")
    ]
    named = re.findall(r'Refused\(\s*"([a-z_]+)"', "\n".join(sources))
    needed = re.findall(r'need\([^)]*"([a-z]+_[a-z_]+|not_found)"\)', "\n".join(sources))
    return {*named, *needed, "conflict", "not_found"}


@pytest.mark.parametrize("name", CATALOGUE)
def test_the_protocol_page_tells_of_every_command_and_its_fields(name: str) -> None:
    _, _, rest = PAGE.partition(f"### `{name}`")
    section = rest.partition("\n### ")[0]
    assert section
    for field in CATALOGUE[name].payload.__dataclass_fields__:
        assert f"| `{field}` |" in section


@pytest.mark.parametrize("name", COLLECTIONS)
def test_the_protocol_page_tells_of_every_collection_and_its_fields(name: str) -> None:
    _, _, rest = PAGE.partition("## Records")[2].partition(f"### `{name}`")
    section = rest.partition("\n### ")[0]
    assert section
    for field, letters in FIELDS[name].items():
        assert f"`{field}`" in section or not letters


def test_the_protocol_page_and_the_sentences_tell_of_every_refusal() -> None:
    codes = codes_of_the_domain()
    assert len(codes) > 40
    assert codes <= set(SENTENCES)
    assert [code for code in SENTENCES if f"| `{code}` |" not in PAGE] == []


def test_every_refusal_of_the_domain_has_a_test() -> None:
    tests = (ROOT / "tests/unit/domain").glob("test_*.py")
    told = "\n".join(path.read_text(encoding="utf-8") for path in tests)
    assert [code for code in sorted(codes_of_the_domain()) if f'"{code}"' not in told] == []


def test_events_are_named_in_the_past_by_family() -> None:
    assert all(re.fullmatch(r"[a-z]+\.[a-z_]+", name) for name in EVENTS)
