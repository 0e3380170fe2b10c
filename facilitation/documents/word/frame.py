"""What surrounds the text of a DOCX file: title page, running lines, page numbers, watermark."""

from typing import Any, Final

from docx.enum.text import WD_TAB_ALIGNMENT
from docx.oxml import parse_xml
from docx.shared import Cm, Pt
from docx.text.paragraph import Paragraph

from facilitation.documents.composing import cover_lines, running
from facilitation.documents.word import fields
from facilitation.documents.word.blocks import pairs
from facilitation.documents.word.looks import ACCENT, FONT, HAIR
from facilitation.documents.word.writing import Writing
from facilitation.documents.word.xml import borders, padded
from facilitation.views.document import Document, TitlePage

#: Word's own way to write across a page: a drawing in the header.
_WATERMARK: Final = """
<w:pict xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"
  xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office">
 <v:shapetype id="_x0000_t136" coordsize="21600,21600" o:spt="136" adj="10800"
   path="m@7,l@8,m@5,21600l@6,21600e">
  <v:formulas><v:f eqn="sum #0 0 10800"/><v:f eqn="prod #0 2 1"/><v:f eqn="sum 21600 0 @1"/>
   <v:f eqn="sum 0 0 @2"/><v:f eqn="sum 21600 0 @3"/><v:f eqn="if @0 @3 0"/>
   <v:f eqn="if @0 21600 @1"/><v:f eqn="if @0 0 @2"/><v:f eqn="if @0 @4 21600"/>
   <v:f eqn="mid @5 @6"/><v:f eqn="mid @8 @5"/><v:f eqn="mid @7 @8"/><v:f eqn="mid @6 @7"/>
   <v:f eqn="sum @6 0 @5"/></v:formulas>
  <v:path textpathok="t" o:connecttype="custom"
    o:connectlocs="@9,0;@10,10800;@11,21600;@12,10800" o:connectangles="270,180,90,0"/>
  <v:textpath on="t" fitshape="t"/>
 </v:shapetype>
 <v:shape id="Watermark{number}" o:spid="_x0000_s{spid}" type="#_x0000_t136" alt=""
   style="position:absolute;margin-left:0;margin-top:0;width:430pt;height:108pt;rotation:306;
z-index:-251658752;mso-position-horizontal:center;mso-position-horizontal-relative:page;
mso-position-vertical:center;mso-position-vertical-relative:page"
   o:allowincell="f" fillcolor="#ededed" stroked="f">
  <v:textpath style="font-family:&quot;{font}&quot;;font-weight:bold" string="{text}"/>
 </v:shape>
</w:pict>
"""


def surround(writing: Writing, document: Document) -> None:
    """Running lines and watermark, on the first page too."""
    section: Any = writing.file.sections[0]
    cover, footer = document.title_page is not None, running(document.footer)
    section.different_first_page_header_footer = cover
    heads = [section.header, *([section.first_page_header] if cover else [])]
    if not document.pages:
        _running(section.header.paragraphs[0], running(document.title), "bottom")
    for number, head in enumerate(heads, 1):
        _watermark(head.paragraphs[0], document.watermark, number)
    _footer(writing, section.footer.paragraphs[0], footer, numbered=True)
    if cover:
        _footer(writing, section.first_page_footer.paragraphs[0], footer, numbered=False)


def _running(paragraph: Paragraph, text: str, side: str) -> None:
    paragraph.style = "Running"
    paragraph.add_run(text)
    properties: Any = paragraph._p.get_or_add_pPr()
    frame = padded(borders("pBdr", **{side: f"4 {HAIR}"}), 4)
    properties.insert_element_before(frame, "w:tabs", "w:spacing", "w:ind", "w:jc", "w:rPr")


def _footer(writing: Writing, paragraph: Paragraph, text: str, *, numbered: bool) -> None:
    _running(paragraph, text, "top")
    if not numbered:
        return
    paragraph.paragraph_format.tab_stops.add_tab_stop(writing.width, WD_TAB_ALIGNMENT.RIGHT)
    paragraph.add_run(f"\t{writing.words['page']} ")
    fields.field(paragraph, "PAGE", "1")
    paragraph.add_run(f" {writing.words['of']} ")
    fields.field(paragraph, "NUMPAGES", "1")


def _watermark(paragraph: Paragraph, text: str, number: int) -> None:
    if not text:
        return
    safe = text.replace("&", "&amp;").replace("<", "&lt;").replace('"', "&quot;")
    drawn = _WATERMARK.format(number=number, spid=2048 + number, font=FONT, text=safe)
    paragraph.add_run()._r.append(parse_xml(drawn.strip()))


def cover(writing: Writing, page: TitlePage, document: Document) -> None:
    """The title page."""
    for place, line in enumerate(page.letterhead):
        run = writing.paragraph("Letterhead").add_run(line)
        run.bold = place == 0
        run.font.size = Pt(12 if place == 0 else 10)
    kind = writing.paragraph("Kind", page.kind)
    kind.paragraph_format.space_before = Pt(190)
    title = writing.paragraph("Title", page.subject or document.title)
    title.paragraph_format.right_indent = Cm(2)
    rule = writing.paragraph("Gap")
    rule.paragraph_format.right_indent = writing.width - Cm(2.8)
    rule.paragraph_format.space_after = Pt(20)
    properties: Any = rule._p.get_or_add_pPr()
    frame = borders("pBdr", bottom=f"18 {ACCENT}")
    properties.insert_element_before(frame, "w:spacing", "w:ind", "w:jc", "w:rPr")
    pairs(writing, cover_lines(page, document.language))
    if page.circulation:
        writing.paragraph("Normal", page.circulation).paragraph_format.space_before = Pt(24)
    writing.breaking = True


def draft_line(writing: Writing, text: str) -> None:
    """The watermark's word as text, for readers who see no drawing; where no title page says it."""
    paragraph = writing.paragraph("Small")
    paragraph.paragraph_format.space_after = Pt(0)
    paragraph.paragraph_format.tab_stops.add_tab_stop(writing.width, WD_TAB_ALIGNMENT.RIGHT)
    paragraph.add_run(f"\t{text}").bold = True
