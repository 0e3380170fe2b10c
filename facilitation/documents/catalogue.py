"""Every document by name: how it is built, in which format, under which media type."""

import io
import json
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from typing import Any, Final

from facilitation.documents import contributions_csv
from facilitation.protocol.archives import FORMAT
from facilitation.views import report
from facilitation.views.audience import Audience
from facilitation.views.document import Document
from facilitation.views.projection import project
from facilitation.views.report.reading import Reader


@dataclass(frozen=True, slots=True)
class Source:
    """What a document is made from: the state read in a language; for the archive the log, the keys
    that were used, the lives that it went through.
    """

    reader: Reader
    log: tuple[dict[str, Any], ...] = ()
    keys: tuple[dict[str, Any], ...] = ()
    lives: tuple[dict[str, Any], ...] = ()


@dataclass(frozen=True, slots=True)
class Kind:
    """One document in one format."""

    media_type: str
    make: Callable[[Source], bytes]


#: Format → (module with `render(document) -> bytes`, media type).
FORMATS: Final = {
    "docx": (
        "facilitation.documents.docx",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ),
    "pdf": ("facilitation.documents.pdf", "application/pdf"),
    "html": ("facilitation.documents.html", "text/html; charset=utf-8"),
    "md": ("facilitation.documents.markdown", "text/markdown; charset=utf-8"),
}

BUILDERS: Final[dict[str, tuple[Callable[[Reader], Document], tuple[str, ...]]]] = {
    "minutes": (report.minutes, ("docx", "pdf", "html", "md")),
    "annex": (report.annex, ("docx", "pdf", "html", "md")),
    "summary": (report.summary, ("docx", "pdf", "html", "md")),
    "plan": (report.plan, ("docx", "pdf")),
}


def find(name: str) -> Kind | None:
    """The document of a name such as `minutes.docx`; None when there is none."""
    return _KINDS.get(name)


def names() -> list[str]:
    """Every document's name."""
    return list(_KINDS)


def _rendered(build: Callable[[Reader], Document], module: str) -> Callable[[Source], bytes]:
    """Renderers load their libraries only when they are used: each is heavy."""

    def make(source: Source) -> bytes:
        content: bytes = import_module(module).render(build(source.reader))
        return content

    return make


def _csv(source: Source) -> bytes:
    return contributions_csv.render(source.reader)


def archive(source: Source) -> bytes:
    """The records and the log as facilitators may read them; the log holds no paper and no name."""
    state = source.reader.state
    audience = Audience("facilitators")
    records = {
        name: [
            seen
            for record in kept.values()
            if (seen := project(state, audience, name, record)) is not None
        ]
        for name, kept in state.collections.items()
    }
    head = {
        "format": FORMAT,
        "code": state.workshop.id,
        "seq": state.seq,
        "lives": list(source.lives),
    }
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as bundle:
        for path, content in (
            ("workshop.json", head),
            ("records.json", records),
            ("log.json", list(source.log)),
            ("keys.json", list(source.keys)),
        ):
            # A fixed date: the same workshop gives the same bytes.
            entry = zipfile.ZipInfo(path, (1980, 1, 1, 0, 0, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED
            bundle.writestr(entry, json.dumps(content, ensure_ascii=False, indent=1))
    return buffer.getvalue()


_KINDS: Final[dict[str, Kind]] = {
    **{
        f"{name}.{form}": Kind(FORMATS[form][1], _rendered(build, FORMATS[form][0]))
        for name, (build, forms) in BUILDERS.items()
        for form in forms
    },
    "contributions.csv": Kind("text/csv; charset=utf-8", _csv),
    "archive.zip": Kind("application/zip", archive),
}
