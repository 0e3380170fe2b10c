"""What phones may send: signs, other alphabets, endless words, characters that break files."""

from facilitation.views.document import (
    ActionSheet,
    Bar,
    BarChart,
    Block,
    Contents,
    Document,
    Field,
    Group,
    Heading,
    Items,
    KeyValues,
    Note,
    PageBreak,
    Paragraph,
    Run,
    Slip,
    Table,
    TitlePage,
)

TEXTS = (
    "Bravo 👏🏽 à tous 👩‍👩‍👧 ! 🇫🇷 1️⃣ ❤️",
    "שלום עולם et السلام عليكم",
    "你好，世界 और हिन्दी ไทย",
    "m" * 5000,
    "avant\x00\x08\x1b[31mrouge\x7f\ud800\uffff après",
    "ligne un\nligne deux\r\n\n\ttabulée",
    "Cafe\u0301 de\u0302ja\u0300 x\u0323\u0307\u0315 Z\u0361a \u202eenvers\u202c \u200bnul\ufeff",
    "<script>alert(1)</script> & <b>gras</b> &amp; &#x41;",
    "#let x = 1 $a$ @ref *gras* _it_ `code` \\ // fin /* */ = titre",
    "| a | b |\n|---|---|\n# titre\n- liste\n1. un\n> cité ~~barré~~ [lien](http://x.fr)",
    '=HYPERLINK("http://x";"y") {{ 7 * 7 }} {% raw %} ${jndi}',
    "https://exemple.fr/" + "chemin/" * 60 + "?a=1;b=2",
    "",
    " ",
    "\u202f\u00a0",
    "𝕏 𝓗 ﬁ ① Å Ǆ ẞ ʼn \U000e0041\U0010ffff \ue000",
)


def every_block(text: str) -> tuple[Block, ...]:
    """Each kind of block, holding the text wherever it can."""
    name = text[:60]
    group = Group(name, (Field(name, text), Field(name), Field(name, "", (), (name, name))))
    return (
        Heading(3, name),
        Contents(),
        PageBreak(),
        Heading(2, name),
        Heading(1, name, "1"),
        Heading(4, name),
        Paragraph((Run(text), Run(text, "strong"), Run(text, "em"))),
        Items((text, text)),
        Items((text,), ordered=True),
        Table((name, name), ((text, text), (text,), (text, text, text)), (), name, "lr"),
        KeyValues(((name, text),)),
        KeyValues(()),
        BarChart(name, (Bar(text, 3, name), Bar(text, 0), Bar(text, -1)), name, text),
        BarChart(name, (), "", ""),
        Note(text),
        Slip(name, name, text, text, text),
        ActionSheet(name, text, name, (group,)),
        PageBreak(),
        PageBreak(),
        Heading(4, name),
    )


def hostile(text: str, *, cover: bool = True, pages: int = 0) -> Document:
    """A document that says the same wherever it can."""
    page = TitlePage((text, text), text, text, text, text, text, text, text, text, text)
    return Document(
        title=text or "Sans titre",
        language="fr",
        date="2013-03-07",
        blocks=every_block(text),
        title_page=page if cover else None,
        author=text,
        footer=text,
        watermark=text[:40],
        pages=pages,
        keywords=(text,),
    )
