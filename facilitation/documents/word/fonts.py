"""The bundled text fonts inside a DOCX file, so that it looks the same where they are missing.

Office Open XML wants the first bytes of each font mixed with a key that the font table names.
"""

import uuid
from pathlib import Path
from typing import Any, Final

from docx.document import Document as File
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from lxml import etree

from facilitation.documents.word.looks import FONT
from facilitation.documents.word.xml import element, within

FOLDER: Final = Path(__file__).parents[1] / "fonts"
RELATION: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/font"
MEDIA_TYPE: Final = "application/vnd.openxmlformats-officedocument.obfuscatedFont"
STYLES: Final = ("Regular", "Bold", "Italic", "BoldItalic")
MIXED: Final = 32


def embed(file: File) -> None:
    """Put the four styles of the text font into the file."""
    table = file.part.part_related_by(RELATIONSHIP_TYPE.FONT_TABLE)
    fonts: Any = parse_xml(table.blob)
    entry = within(
        element("font", name=FONT),
        element("altName", val="Arial"),
        element("charset", val="00"),
        element("family", val="swiss"),
        element("pitch", val="variable"),
    )
    for style in STYLES:
        name = f"AtkinsonHyperlegibleNext-{style}.ttf"
        key = uuid.uuid5(uuid.NAMESPACE_DNS, name)
        place = PackURI(f"/word/fonts/{style}.odttf")
        content = mixed((FOLDER / name).read_bytes(), key)
        link = table.relate_to(Part(place, MEDIA_TYPE, content, table.package), RELATION)
        embedded = element(f"embed{style}", fontKey=f"{{{str(key).upper()}}}")
        embedded.set(qn("r:id"), link)
        entry.append(embedded)
    fonts.insert(0, entry)
    table._blob = etree.tostring(fonts, xml_declaration=True, encoding="UTF-8", standalone=True)
    file.settings.element.find(qn("w:zoom")).addnext(element("embedTrueTypeFonts"))


def mixed(font: bytes, key: uuid.UUID) -> bytes:
    """The font with its first bytes combined with the key, read backwards."""
    backwards = key.bytes[::-1]
    first = bytes(one ^ backwards[place % 16] for place, one in enumerate(font[:MIXED]))
    return first + font[MIXED:]
