"""What leaves the room: every document, opened with readers that know nothing of Tablée."""

import csv
import json
import re
import zipfile
from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path

import docx
import pypdf

from tests.e2e.day import afternoon, closing, morning, situations
from tests.e2e.day.company import Day

OUTCOMES = (
    afternoon.VOICE,
    afternoon.FUNCTION,
    afternoon.SUBJECT,
    afternoon.SAYS,
    afternoon.RESERVE,
    afternoon.INDICATIVE,
    closing.TITLE,
    closing.WHY,
    closing.GOAL,
    closing.INDICATOR,
    closing.SERVICE,
    closing.REMARK,
    closing.MOTIVE,
    situations.CASE,
)


def documents_hold_the_day(day: Day, folder: Path) -> None:
    """Each document, from the button that makes it."""
    claire = day.claire
    for label in ("DOCX", "PDF", "HTML", "Markdown"):
        minutes_hold_the_outcomes(claire.downloads(f"Compte rendu, {label}", folder))
    for label in ("DOCX", "PDF"):
        annex_holds_every_contribution(day, claire.downloads(f"Annexe de travail, {label}", folder))
        plan_holds_the_actions(claire.downloads(f"Fiches-actions, {label}", folder))
        summary_fits_two_pages(claire.downloads(f"Relevé de conclusions, {label}", folder))
    table_lists_every_contribution(day, claire.downloads("Données, CSV", folder))
    archive_can_be_read(day, claire.downloads("Données, ZIP", folder))


def minutes_hold_the_outcomes(file: Path) -> None:
    """The vote, the plan, the dire, the référent, the evaluation; no personal card."""
    text = words_of(file)
    missing = [one for one in OUTCOMES if plain(one) not in text]
    assert not missing, f"{file.name} lacks {missing}"
    for one in (f"{afternoon.VOICE} 14", "8 bulletins"):
        assert plain(one) in text, f"{file.name} lacks {one}"
    assert plain(closing.OWN) not in text


def annex_holds_every_contribution(day: Day, file: Path) -> None:
    """Each number with its text, and what became of it."""
    text = words_of(file)
    missing = [
        number
        for number, said in day.said.items()
        if plain(number) not in text or plain(said) not in text
    ]
    assert not missing, f"{file.name} lacks {missing}"
    assert plain(closing.OWN) not in text


def plan_holds_the_actions(file: Path) -> None:
    """A sheet per action, filled in as the table wrote it."""
    text = words_of(file)
    for one in ("ACT-01", "ACT-02", "ACT-03", closing.TITLE, closing.WHY, closing.INDICATOR):
        assert plain(one) in text, f"{file.name} lacks {one}"


def summary_fits_two_pages(file: Path) -> None:
    """The relevé de conclusions is handed out as one sheet of paper."""
    text = words_of(file)
    for one in (afternoon.VOICE, closing.TITLE):
        assert plain(one) in text, f"{file.name} lacks {one}"
    if file.suffix == ".pdf":
        assert len(pypdf.PdfReader(file).pages) <= 2


def table_lists_every_contribution(day: Day, file: Path) -> None:
    """In a spreadsheet; who did not sign has no service in it."""
    rows = {row[0]: row for row in csv.reader(lines_of(file), delimiter=";") if row}
    for number, said in day.said.items():
        assert said in rows[number]
    quiet = next(number for number, said in day.said.items() if said == morning.QUIET)
    assert not {"stap", "STAP", "Anne Riva"} & set(rows[quiet])


def lines_of(file: Path) -> list[str]:
    return file.read_text("utf-8-sig").splitlines()


def archive_can_be_read(day: Day, file: Path) -> None:
    """A plain archive of JSON, with every text and no personal card."""
    with zipfile.ZipFile(file) as archive:
        assert archive.testzip() is None
        content = {one: archive.read(one).decode() for one in archive.namelist()}
    for name, text in content.items():
        if name.endswith(".json"):
            json.loads(text)
    whole = "\n".join(content.values())
    missing = [number for number, said in day.said.items() if said not in whole]
    assert not missing, f"the archive lacks {missing}"


class Reader(HTMLParser):
    """The words of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.words: list[str] = []

    def handle_data(self, data: str) -> None:
        """Keep what is read."""
        self.words.append(data)


def of_docx(file: Path) -> str:
    document = docx.Document(str(file))
    return " ".join(
        one.text or "" for one in document.element.body.iter() if one.tag.endswith("}t")
    )


def of_pdf(file: Path) -> str:
    return " ".join(page.extract_text() for page in pypdf.PdfReader(file).pages)


def of_html(file: Path) -> str:
    reader = Reader()
    reader.feed(file.read_text("utf-8"))
    return " ".join(reader.words)


def of_markdown(file: Path) -> str:
    return re.sub(r"\\(?=[^\w\s])", "", file.read_text("utf-8"))


READERS: dict[str, Callable[[Path], str]] = {
    ".docx": of_docx,
    ".pdf": of_pdf,
    ".html": of_html,
    ".md": of_markdown,
}


def words_of(file: Path) -> str:
    """All that the document says, for a search."""
    return plain(READERS[file.suffix](file))


def plain(text: str) -> str:
    """Lines break and hyphens fall anywhere: only the letters and figures count."""
    return re.sub(r"[\W_]+", "", text)
