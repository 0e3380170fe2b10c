"""What every document shares: title page, status, footer, watermark."""

from collections.abc import Iterable

from facilitation.views.document import Block, Document, TitlePage
from facilitation.views.report.reading import Reader
from facilitation.views.report.words import day

FOOTER = (
    "Document de travail – propositions des participants, sous réserve de validation par le préfet",
    "Working document – the participants’ proposals, subject to approval",
)


def document(
    reader: Reader,
    kind: str,
    blocks: Iterable[Block],
    *,
    cover: bool = True,
    restricted: bool = False,
) -> Document:
    """A document of this workshop; marked as a draft until the compte rendu is validated."""
    workshop = reader.state.workshop
    page = workshop.title_page
    settled = workshop.minutes_status in ("validated", "released")
    return Document(
        title=f"{kind} – {workshop.title}",
        language=reader.language,
        date=page.date or "1970-01-01",
        blocks=tuple(blocks),
        title_page=_cover(reader, kind, restricted=restricted) if cover else None,
        author=page.author,
        footer=reader.say(*FOOTER),
        watermark="" if settled else reader.word("watermark"),
    )


def _cover(reader: Reader, kind: str, *, restricted: bool) -> TitlePage:
    workshop = reader.state.workshop
    page = workshop.title_page
    status = reader.word(f"status_{workshop.minutes_status}")
    reference = ", ".join(part for part in (page.lot, page.document) if part)
    circulation = ""
    if restricted:
        circulation = reader.say("Diffusion restreinte", "Restricted circulation")
    elif page.circulated_by:
        circulation = reader.pair(reader.say("Diffusé par", "Circulated by"), page.circulated_by)
    return TitlePage(
        letterhead=tuple(part for part in (page.organiser,) if part),
        kind=kind,
        subject=page.subject or workshop.title,
        reference=reference,
        date=day(reader.language, page.date),
        place=page.place,
        author=page.author,
        version=_version(reader),
        status=status,
        circulation=circulation,
    )


def _version(reader: Reader) -> str:
    """Two copies with the same number hold the same day, to the last word."""
    number = reader.state.seq
    return reader.say(
        f"version établie à l’enregistrement n° {number}", f"as of entry no. {number}"
    )
