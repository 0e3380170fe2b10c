"""The look of DOCX files: page, language, colours, styles; sizes follow one scale."""

from typing import Any, Final

from docx.document import Document as File
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_TAB_ALIGNMENT, WD_TAB_LEADER
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor

from facilitation.documents.word.xml import borders, element, padded

FONT: Final = "Atkinson Hyperlegible Next"
INK: Final = "1F1F1F"
SOFT: Final = "575757"
HAIR: Final = "C7C7C7"
ACCENT: Final = "1F4E79"
TINT: Final = "EEF2F6"

#: The mode in which tables begin at the margin.
WORD_2013: Final = "15"

WIDTH: Final = Cm(16.4)
COMPACT_WIDTH: Final = Cm(17.2)

#: Style → size, bold, colour, space before, space after (points, before scaling).
PARAGRAPHS: Final[dict[str, tuple[float, bool, str, float, float]]] = {
    "Normal": (10, False, INK, 0, 6),
    "Heading 1": (16, True, ACCENT, 20, 8),
    "Heading 2": (12, True, INK, 13, 6),
    "Heading 3": (10.5, True, ACCENT, 10, 5),
    "Heading 4": (10, True, INK, 8, 4),
    "Title": (27, True, INK, 6, 10),
    "Caption": (9.5, True, INK, 8, 4),
    "Kind": (13, True, ACCENT, 0, 6),
    "Letterhead": (10, False, INK, 0, 0),
    "Contents Title": (16, True, ACCENT, 0, 8),
    "toc 1": (10, True, INK, 5, 2),
    "toc 2": (10, False, INK, 0, 2),
    "Cell": (9.2, False, INK, 2.5, 2.5),
    "Bar": (9, False, INK, 0, 0),
    "Small": (8.6, False, SOFT, 0, 2),
    "Pair": (10, False, INK, 0, 3),
    "Item": (10, False, INK, 0, 3),
    "Fine Item": (9, False, INK, 0, 2.5),
    "Note": (10, False, INK, 8, 10),
    "Slip": (10, False, INK, 0, 0),
    "Label": (8.4, True, SOFT, 2.5, 0),
    "Value": (9.2, False, INK, 2, 1),
    "Gap": (4, False, INK, 0, 0),
    "Running": (8, False, SOFT, 0, 0),
}
LINE_SPACING: Final = 1.08
#: Lines are closer where pages are counted, and in large type.
CLOSE: Final = frozenset({"Title", "Fine Item", "Bar", "Label", "Value"})


def dress(file: File, locale: str, scale: float, *, compact: bool) -> None:
    """Give a new file its page, its language and its styles."""
    _page(file, compact=compact)
    _language(file, locale)
    for name, told in PARAGRAPHS.items():
        _style(file, name, told, scale)
        if compact or name in CLOSE:
            file.styles[name].paragraph_format.line_spacing = 1
    _details(file, WIDTH if not compact else COMPACT_WIDTH)


def _page(file: File, *, compact: bool) -> None:
    section = file.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(1.9 if compact else 2.3)
    section.top_margin, section.bottom_margin = (
        Cm(1.6 if compact else 2.6),
        Cm(1.8 if compact else 2.4),
    )
    section.header_distance, section.footer_distance = Cm(0.8 if compact else 1.3), Cm(0.9)


def _language(file: File, locale: str) -> None:
    defaults = file.styles.element.find(f".//{qn('w:rPrDefault')}/{qn('w:rPr')}")
    language = defaults.find(qn("w:lang"))
    for name in ("val", "eastAsia", "bidi"):
        language.set(qn(f"w:{name}"), locale)
    settings = file.settings.element
    for theme in settings.findall(qn("w:themeFontLang")):
        theme.set(qn("w:val"), locale)
    for mode in settings.findall(f".//{qn('w:compatSetting')}"):
        if mode.get(qn("w:name")) == "compatibilityMode":
            mode.set(qn("w:val"), WORD_2013)


def _style(
    file: File, name: str, told: tuple[float, bool, str, float, float], scale: float
) -> None:
    size, bold, colour, before, after = told
    style = _named(file, name)
    style.font.name, style.font.size, style.font.bold = FONT, Pt(round(size * scale * 2) / 2), bold
    style.font.italic = False
    style.font.color.rgb = RGBColor.from_string(colour)
    fonts = style.element.rPr.rFonts
    for script in ("ascii", "hAnsi", "cs", "eastAsia"):
        fonts.attrib.pop(qn(f"w:{script}Theme"), None)  # the theme's font would win over the name
        fonts.set(qn(f"w:{script}"), FONT)
    fonts.attrib.pop(qn("w:cstheme"), None)
    form = style.paragraph_format
    form.space_before, form.space_after = Pt(before * scale), Pt(after * scale)
    form.line_spacing = LINE_SPACING
    form.widow_control = True


def _named(file: File, name: str) -> Any:
    # Our own names begin afresh; built-in ones come with the template, headings among them.
    known = [style.name for style in file.styles]
    if name in known:
        return file.styles[name]
    style = file.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH, builtin=name.startswith("toc "))
    style.base_style = file.styles["Normal"]
    return style


def _details(file: File, width: int) -> None:
    for name in ("Heading 1", "Heading 2", "Heading 3", "Heading 4", "Caption", "Contents Title"):
        file.styles[name].paragraph_format.keep_with_next = True
    for border in file.styles["Title"].element.pPr.findall(qn("w:pBdr")):
        file.styles["Title"].element.pPr.remove(border)
    for name in ("toc 1", "toc 2"):
        file.styles[name].paragraph_format.tab_stops.add_tab_stop(
            width, WD_TAB_ALIGNMENT.RIGHT, WD_TAB_LEADER.DOTS
        )
    file.styles["toc 2"].paragraph_format.left_indent = Cm(0.5)
    _framed(file)


def _framed(file: File) -> None:
    note = file.styles["Note"]
    line = f"6 {ACCENT}"
    frame = borders("pBdr", top=line, left=line, bottom=line, right=line)
    _insert(note.element.pPr, padded(frame, 6), element("shd", val="clear", fill=TINT))
    note.paragraph_format.left_indent = note.paragraph_format.right_indent = Cm(0.25)
    slip = file.styles["Slip"]
    _insert(slip.element.pPr, padded(borders("pBdr", left=f"16 {ACCENT}"), 8))
    slip.paragraph_format.left_indent = Cm(0.4)


def _insert(properties: Any, *children: Any) -> None:
    """In the order that the schema wants: borders and shading come before tabs and spacing."""
    for child in children:
        properties.insert_element_before(
            child, "w:tabs", "w:suppressAutoHyphens", "w:spacing", "w:ind", "w:jc", "w:rPr"
        )
