"""Whatever is typed goes in, is kept as the protocol says, and comes out of every document whole.

The whole road is real: bytes on the wire, decision, disk, reading back, projection, files.
"""

import csv
import io
import json
import random
import unicodedata
from collections.abc import Callable, Iterator
from itertools import groupby

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from facilitation.documents import catalogue
from facilitation.domain.core import Actor, Refused
from facilitation.producing import source
from facilitation.protocol import wire
from facilitation.protocol.text import MOST_MARKS, normalise
from facilitation.service.memory import remember
from facilitation.views.audience import Audience
from facilitation.views.report.reading import Reader
from tests.contract.linking.dump import unpacked
from tests.contract.linking.room import CLAIRE, Played, sqlite_disk
from tests.unit.documents import reading

PIECES = (
    "👩‍👩‍👧",
    "👏🏽",
    "🇫🇷",
    "1️⃣",
    "\u202e",
    "\u202d",
    "\u2066",
    "\u2069",
    "\u200b",
    "\u200d",
    "\ufeff",
    "e\u0301",
    "Z\u0335\u0321\u035c\u0321\u0337",
    "\u0301" * 40,
    "\x00",
    "\x08",
    "\x1b[31m",
    "\x7f",
    "\x85",
    "\ud800",
    "\udfff",
    "\ufffe",
    "\U0010ffff",
    "\ue000",
    "\U000e0041",
    "<script>alert(1)</script>",
    "</p><b>",
    "&amp;",
    "{{ 7*7 }}",
    "{% raw %}",
    "${jndi:x}",
    "#let x = 1 $a$ @b",
    "=1+1",
    "+33",
    "-1",
    "@A1",
    "\t=2",
    "\n=3",
    "\r\n+4",
    "\u00a0=5",
    "\uff1d6",
    '";=7;"',
    "'",
    "שלום",
    "السلام",
    "हिन्दी",
    "你好",
    "ไทย",
    "m" * 300,
    "\u2028",
    "\u2029",
    "| a |\n|---|\n# t",
    "un mot",
    " ",
)

hostile = st.lists(
    st.one_of(st.sampled_from(PIECES), st.text(max_size=6)), min_size=1, max_size=6
).map("".join)


def is_control(one: str) -> bool:
    return unicodedata.category(one) in ("Cc", "Cs")


@given(hostile)
@settings(max_examples=300)
def test_a_text_is_kept_as_the_protocol_says_and_normalising_again_changes_nothing(
    typed: str,
) -> None:
    kept = normalise(typed)
    assert normalise(kept) == kept
    assert unicodedata.is_normalized("NFC", kept)
    assert not [
        one for one in kept if unicodedata.category(one) in ("Cc", "Cs") and one not in "\n\t"
    ]
    wanted = typed.replace("\r\n", "\n").replace("\r", "\n")
    wanted = "".join(one for one in wanted if one in "\n\t" or not is_control(one))
    assert kept in ("", untowered(unicodedata.normalize("NFC", wanted)))
    assert longest_tower(kept) <= MOST_MARKS


def is_mark(one: str) -> bool:
    return unicodedata.category(one) in ("Mn", "Me")


def longest_tower(text: str) -> int:
    """How many marks stand on one letter, at most; what shows nothing is seen through."""
    seen = "".join(one for one in text if unicodedata.category(one) != "Cf")
    return max((len(list(run)) for marks, run in groupby(seen, is_mark) if marks), default=0)


def untowered(text: str) -> str:
    """The documented normalisation said another way: the sixth mark and those after it go."""
    kept: list[str] = []
    for one in text:
        tower = "".join([*kept, one])
        if not is_mark(one) or longest_tower(tower[-200:]) <= MOST_MARKS:
            kept.append(one)
    return unicodedata.normalize("NFC", "".join(kept))


#: A word of each script that stacks marks, as its readers write it.
SCRIPTS = {
    "French": "déjà reçu à Noël",
    "Vietnamese": "Nghị quyết về việc bảo vệ người khuyết tật, Ậ ẵ ự",
    "Hebrew": "בְּרֵאשִׁ֖ית בָּרָ֣א אֱלֹהִ֑ים לַ֭יהוה שָּׁ֣",
    "Arabic": "بِسْمِ ٱللَّٰهِ ٱلرَّحْمَٰنِ ٱلرَّحِيمِ",
    "Hindi": "हिन्दी में क्षत्रियों को श्रृंखला",
    "Tamil": "தமிழ்நாடு கௌரவம்",
    "Thai": "น้ำใจที่ยิ่งใหญ่",
    "Burmese": "မြန်မာ လွှဲ့ မြွှုံ့",
    "Tibetan": "བསྒྲུབས་ རྐྱེན་ ཧཱུྃ",
    "keycap": "1️⃣ 👩‍👩‍👧 🏴󠁧󠁢󠁥󠁮󠁧󠁿",
}


@pytest.mark.parametrize("script", SCRIPTS)
def test_what_people_really_write_is_kept_to_the_letter(script: str) -> None:
    text = unicodedata.normalize("NFC", SCRIPTS[script])
    assert normalise(text) == text


@pytest.mark.parametrize(
    "tower",
    ["e" + "\u0336\u0301" * 8_000, "e" + "\u0301\u200d" * 6_000, "\u0489" * 10_000 + "x"],
    ids=["above and through", "with joiners between", "without a letter"],
)
def test_a_tower_of_marks_does_not_stand(tower: str) -> None:
    kept = normalise(tower)
    assert longest_tower(kept) <= MOST_MARKS
    assert normalise(kept) == kept


def drawn(seed: int, count: int) -> list[str]:
    """So many hostile texts, each with a word that shows."""
    chance = random.Random(seed)  # noqa: S311 - the same texts each time
    return [
        "".join(chance.choices(PIECES, k=chance.randint(1, 6))) + f" mot{number}"
        for number in range(count)
    ]


@pytest.fixture(scope="module")
def played(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Played, dict[str, str]]]:
    """A room that was sent hostile texts as a browser sends them; what it should hold, by id."""
    room = Played(sqlite_disk(tmp_path_factory.mktemp("disk")), 7)
    room.fill(1, 1)
    (awa,) = room.everybody()
    room.send(CLAIRE, "step.start", step="situations")
    kept: dict[str, str] = {}
    for typed in drawn(7, 60):
        kept[sent(room, awa, typed)] = normalise(typed).strip()
    yield room, kept
    room.close()


def sent(room: Played, actor: Actor, typed: str) -> str:
    """Post as a browser does: half an emoji travels as an escape."""
    payload = {"kind": "proposal", "text": typed, "anonymous": True}
    body = {"key": room.rooms.ports.ids.new(), "name": "contribution.post", "payload": payload}
    request = wire.read_request(json.dumps(body).encode())
    return str(room.rooms.submit(room.room.code, actor, request)["result"]["id"])


def made(room: Played, name: str) -> bytes:
    """A document as it is downloaded."""
    loaded = room.log.load(room.room.code)
    reader = Reader(remember(loaded).state, "fr")
    kind = catalogue.find(name)
    assert kind is not None
    return kind.make(source(loaded, reader))


def test_what_went_in_comes_back_from_disk_and_to_every_reader(
    played: tuple[Played, dict[str, str]],
) -> None:
    room, kept = played
    loaded = remember(room.log.load(room.room.code)).state
    assert {one.id: one.text for one in loaded.contributions() if one.id in kept} == kept
    seen = wire.loads(wire.dumps(room.room.read(Audience("facilitators"))))
    assert {key: seen["records"]["contributions"][key]["text"] for key in kept} == kept


def test_the_table_of_contributions_holds_them_one_cell_each(
    played: tuple[Played, dict[str, str]],
) -> None:
    room, kept = played
    file = made(room, "contributions.csv").decode("utf-8-sig")
    rows = list(csv.reader(io.StringIO(file, newline=""), delimiter=";"))
    assert {len(row) for row in rows} == {len(rows[0])}
    cells = {row[0]: row[2] for row in rows[1:]}
    for key, text in kept.items():
        pairs = zip(cells[key].split("\n"), text.split("\n"), strict=True)
        assert all(cell in (line, f"'{line}") for cell, line in pairs)


def test_the_archive_holds_them_to_the_letter(played: tuple[Played, dict[str, str]]) -> None:
    room, kept = played
    files = unpacked("archive.zip", made(room, "archive.zip"))
    records = json.loads(files["archive.zip/records.json"])["contributions"]
    assert {one["id"]: one["text"] for one in records if one["id"] in kept} == kept


READ: dict[str, Callable[[bytes], str]] = {
    "docx": reading.docx_text,
    "html": reading.html_text,
    "md": reading.markdown_text,
    "pdf": reading.pdf_text,
}


@pytest.mark.timeout(120)
@pytest.mark.parametrize("form", READ)
def test_no_text_stops_a_document_and_each_is_in_it(
    played: tuple[Played, dict[str, str]], form: str
) -> None:
    room, kept = played
    told = READ[form](made(room, f"annex.{form}"))
    missing = [key for key in kept if key not in told]
    assert missing == []
    words = [f"mot{number}" for number in range(60)]
    assert [word for word in words if word not in told] == []


def test_markup_stays_text(played: tuple[Played, dict[str, str]]) -> None:
    room, _ = played
    page = made(room, "annex.html").decode()
    assert "<script>alert" not in page
    assert "&lt;script&gt;alert" in page


def test_a_text_that_shows_nothing_is_no_text(played: tuple[Played, dict[str, str]]) -> None:
    room, _ = played
    (awa,) = room.everybody()
    for typed in ("\x00\x08", "\u200b\u202e", " \u00a0\n", "\ud800"):
        with pytest.raises(Refused) as refusal:
            sent(room, awa, typed)
        assert refusal.value.code == "text_missing"


def test_a_text_too_long_is_refused_by_what_people_count(
    played: tuple[Played, dict[str, str]],
) -> None:
    room, _ = played
    (awa,) = room.everybody()
    sent(room, awa, "m" * 5_000)
    for typed in ("m" * 5_001, ("e" + "\u0335" * 5) * 4_000):
        with pytest.raises(Refused) as refusal:
            sent(room, awa, typed)
        assert refusal.value.code == "text_too_long"
