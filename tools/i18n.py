"""The catalogue of interface texts: French in the source, English in `facilitation/translations`.

`python -m tools.i18n update` brings new texts into the English catalogue, to be translated there;
`check` names what is missing or stale. `generated()` gives `app.py generate` the files to write.
"""

import io
import re
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

from tools.javascript_texts import as_module

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = ROOT / "facilitation"
TRANSLATIONS = PACKAGE / "translations"
SCRIPTS = PACKAGE / "static" / "js"
ENGLISH = TRANSLATIONS / "en" / "LC_MESSAGES" / "messages.po"

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)  # so that the same texts give the same bytes

METHODS = [
    ("static/js/generated/**", "ignore"),
    ("static/vendor/**", "ignore"),
    ("setup/**", "ignore"),
    ("static/js/**.js", "tools.javascript_texts:extract"),
    ("templates/**.html", "jinja2.ext:babel_extract"),
    ("**.j2", "jinja2.ext:babel_extract"),
    ("**.py", "python"),
]
KEYWORDS = {
    "_": None,
    "_l": None,
    "N_": None,
    "gettext": None,
    "lazy_gettext": None,
    "n_": (1, 2),
    "ngettext": (1, 2),
    "lazy_ngettext": (1, 2),
    "pgettext": ((1, "c"), 2),
}
PLACEHOLDER = re.compile(r"%\(\w+\)[sd]|\{\w+\}")
UNFRENCH = re.compile(
    r"(?<![\u202f(])[;!?]|(?<!\u00a0):|«(?!\u00a0)|(?<!\u00a0)»|[A-Za-zà-ÿ]['\"]|\.\.\."
)


def extracted() -> Catalog:
    """Return every text of the interface, in French, with the files it comes from."""
    catalogue = _empty("fr")
    found = extract_from_dir(
        PACKAGE,
        METHODS,
        keywords=KEYWORDS,
        comment_tags=("i18n:",),
        strip_comment_tags=True,
        directory_filter=lambda folder: Path(folder).name not in {"__pycache__", "vendor"},
    )
    for name, _line, text, comments, context in sorted(found, key=lambda one: one[:2]):
        place = [(f"facilitation/{Path(name).as_posix()}", 0)]
        catalogue.add(text, None, place, auto_comments=comments, context=context)
    return catalogue


def _empty(locale: str) -> Catalog:
    # Without dates, names and tools in the header, the same texts give the same bytes.
    return Catalog(locale=locale, project="Tablée", fuzzy=False, header_comment="")


def english() -> Catalog:
    """Return the English catalogue as it was translated."""
    if not ENGLISH.exists():
        return _empty("en")
    with ENGLISH.open("rb") as file:
        return read_po(file, locale="en")


def update() -> None:
    """Bring the source's texts into the English catalogue: new ones empty, old ones dropped."""
    translated, source, merged = english(), extracted(), _empty("en")
    for message in _texts(source):
        known = translated.get(message.id, message.context)
        if known and known.pluralizable != message.pluralizable:
            known = None  # one form does not translate two
        merged.add(
            message.id,
            known.string if known else None,
            message.locations,
            auto_comments=message.auto_comments,
            user_comments=known.user_comments if known else (),
            context=message.context,
        )
    ENGLISH.parent.mkdir(parents=True, exist_ok=True)
    ENGLISH.write_bytes(_po(merged))


def _po(catalogue: Catalog) -> bytes:
    buffer = io.BytesIO()
    write_po(buffer, catalogue, width=100, include_lineno=False, omit_header=True)
    header = 'msgid ""\nmsgstr ""\n"Language: en\\n"\n"MIME-Version: 1.0\\n"\n'
    header += '"Content-Type: text/plain; charset=utf-8\\n"\n"Content-Transfer-Encoding: 8bit\\n"\n'
    header += f'"Plural-Forms: {catalogue.plural_forms}\\n"\n\n'
    return (header.encode() + buffer.getvalue()).rstrip() + b"\n"


def generated() -> dict[Path, bytes]:
    """Return the files that derive from the catalogue, by path: compiled catalogues, JavaScript."""
    source, translated = extracted(), english()
    return {
        TRANSLATIONS / "en" / "LC_MESSAGES" / "messages.mo": _mo(translated),
        TRANSLATIONS / "fr" / "LC_MESSAGES" / "messages.mo": _mo(_french_plurals(source)),
        SCRIPTS / "generated" / "messages-en.js": as_module(_of_scripts(source, translated)),
    }


def _french_plurals(source: Catalog) -> Catalog:
    """Return the French plurals: without a catalogue, zero would take the plural."""
    french = _empty("fr")
    for message in _texts(source):
        if message.pluralizable:
            french.add(message.id, tuple(message.id), context=message.context)
    return french


def _of_scripts(source: Catalog, translated: Catalog) -> list[Message]:
    prefix = SCRIPTS.relative_to(ROOT).as_posix()
    from_scripts = (
        message
        for message in _texts(source)
        if any(name.startswith(prefix) for name, _ in message.locations)
    )
    found = (translated.get(message.id, message.context) for message in from_scripts)
    return [message for message in found if message and _is_translated(message)]


def _mo(catalogue: Catalog) -> bytes:
    buffer = io.BytesIO()
    catalogue.creation_date = catalogue.revision_date = EPOCH
    write_mo(buffer, catalogue)
    return buffer.getvalue()


def problems() -> list[str]:
    """Return what the English catalogue lacks, has too much, or says with other placeholders.

    And the French texts whose signs are not the printer's: straight quotes, ordinary spaces.
    """
    source, translated = extracted(), english()
    lacking = (_lack(message, translated) for message in _texts(source))
    left_over = (
        f"no longer in the source: {_shown(message)}"
        for message in _texts(translated)
        if source.get(message.id, message.context) is None
    )
    return [*filter(None, lacking), *left_over, *_unfrench(source)]


def _unfrench(source: Catalog) -> list[str]:
    return [
        f"no-break spaces and signs (see CONTRIBUTING.md): {_shown(message)}"
        for message in _texts(source)
        if any(UNFRENCH.search(text) for text in _forms(message.id))
    ]


def _lack(message: Message, translated: Catalog) -> str | None:
    known = translated.get(message.id, message.context)
    if known is None or not _is_translated(known):
        return f"not translated: {_shown(message)}"
    if any(_placeholders(text) - _placeholders_of(message) for text in _forms(known.string)):
        return f"other placeholders: {_shown(message)}"
    return None


def _is_translated(message: Message) -> bool:
    return all(_forms(message.string))


def _forms(texts: str | tuple[str, ...] | list[str] | None) -> tuple[str, ...]:
    return (texts,) if isinstance(texts, str) else tuple(texts or ("",))


def _placeholders(text: str) -> set[str]:
    return set(PLACEHOLDER.findall(text))


def _placeholders_of(message: Message) -> set[str]:
    return set().union(*(_placeholders(text) for text in _forms(message.id)))


def _texts(catalogue: Catalog) -> Iterator[Message]:
    return (message for message in catalogue if message.id)


def _shown(message: Message) -> str:
    return f"{_forms(message.id)[0]} ({', '.join(name for name, _ in message.locations)})"


def main() -> int:
    """Run `update` or `check`."""
    if sys.argv[1:] == ["update"]:
        update()
    elif sys.argv[1:] != ["check"]:
        print(__doc__)
        return 2
    found = problems()
    print("\n".join(found) or "every text is translated")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
