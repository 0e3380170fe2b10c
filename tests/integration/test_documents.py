"""Documents over HTTP: at any moment, by name, with their progress, for those who may."""

import io
import zipfile
from concurrent.futures import ThreadPoolExecutor

import pytest

from facilitation.documents import catalogue
from facilitation.web.documents import READERS
from tests.support.remote import Ear, Workshop, expectation, refused

#: How each kind of file begins.
BEGINS = {
    "docx": b"PK",
    "odt": b"PK",
    "xlsx": b"PK",
    "ods": b"PK",
    "pptx": b"PK",
    "odp": b"PK",
    "zip": b"PK",
    "pdf": b"%PDF",
    "html": b"<!DOCTYPE html>",
    "md": b"**PROJET**",
    "csv": b"\xef\xbb\xbf",
    "ics": b"BEGIN:VCALENDAR",
}
SLOW = pytest.mark.slow


def quick_first(name: str) -> object:
    return pytest.param(name, marks=() if name in ("minutes.md", "minutes.pdf") else SLOW)


@pytest.mark.parametrize("name", [quick_first(name) for name in sorted(READERS)])
def test_each_document_can_be_had_before_anything_happened(workshop: Workshop, name: str) -> None:
    answer = workshop.facilitator.get(f"documents/{name}", lang="fr")
    assert answer.status_code == 200, answer.text
    kind = name.rpartition(".")[2]
    assert answer.content.lstrip()[:40].upper().startswith(BEGINS[kind].upper())
    assert workshop.code in answer.headers["Content-Disposition"]
    assert answer.headers["Content-Disposition"].startswith("attachment")
    assert "default-src 'none'" in answer.headers["Content-Security-Policy"]
    assert answer.headers["Cache-Control"] == "no-store"


def test_every_document_that_can_be_made_has_its_readers() -> None:
    missing = [name for name in READERS if catalogue.find(name) is None]
    assert missing == []


def test_a_document_holds_what_was_written_until_now_in_the_language_asked(
    workshop: Workshop,
) -> None:
    awa = workshop.join()
    workshop.write()
    awa.do("contribution.post", **expectation("Un interlocuteur unique par dossier"))
    french = workshop.facilitator.get("documents/minutes.md", lang="fr").text
    assert "Un interlocuteur unique par dossier" in french
    english = workshop.facilitator.get("documents/minutes.md", lang="en").text
    assert "Un interlocuteur unique par dossier" in english
    assert french != english
    unknown = workshop.facilitator.get("documents/minutes.md", lang="../fr").text
    assert unknown == french


def test_documents_are_for_facilitators(workshop: Workshop) -> None:
    for line in (workshop.join(), workshop.screen, workshop.observer):
        assert refused(line.get("documents/minutes.md")) == (403, "forbidden")
    assert refused(workshop.line().get("documents/minutes.md")) == (401, "unknown_token")


def test_the_archive_holds_no_personal_card_and_no_author(workshop: Workshop) -> None:
    awa = workshop.join()
    workshop.write()
    awa.do("contribution.post", **expectation("Un texte signé", anonymous=False))
    awa.do("commitment.make", kind="personal", text="Pour moi seule")
    answer = workshop.facilitator.get("documents/archive.zip")
    with zipfile.ZipFile(io.BytesIO(answer.content)) as archive:
        log = archive.read("log.json").decode()
    assert "Un texte signé" in log
    assert "Pour moi seule" not in log
    assert log.count(awa.participant) == 1  # that she came in


@pytest.mark.parametrize("name", ["minutes.exe", "minutes", "../tablee.db", "%2e%2e%2ftablee.db"])
def test_a_document_that_does_not_exist_is_refused(workshop: Workshop, name: str) -> None:
    assert workshop.facilitator.get(f"documents/{name}").status_code == 404


def test_the_facilitator_sees_how_far_a_document_is_and_the_room_goes_on(
    workshop: Workshop,
) -> None:
    leader = workshop.facilitator
    with Ear(leader) as ear, ThreadPoolExecutor(1) as hands:
        made = hands.submit(leader.get, "documents/minutes.pdf", job="a-job")
        ear.until(lambda ear: any("a-job" in said["documents"] for said in ear.named("live")))
        line = workshop.line(leader.token)
        assert line.do("contribution.park", text="Pendant ce temps")
        assert made.result().status_code == 200
        ear.until(lambda ear: ear.named("live")[-1]["documents"] == {})
        told = [said["documents"]["a-job"] for said in ear.named("live") if said["documents"]]
    assert {one["name"] for one in told} == {"minutes.pdf"}
    assert all(0 <= one["percent"] <= 100 for one in told)
