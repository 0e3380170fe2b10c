"""WordprocessingML elements that python-docx has no words for. Nothing here knows the documents."""

from typing import Any

from docx.oxml import OxmlElement
from docx.oxml.ns import qn


def element(tag: str, **attributes: str | int) -> Any:
    """A `w:` element; attributes are `w:` too."""
    made = OxmlElement(f"w:{tag}")
    for name, value in attributes.items():
        made.set(qn(f"w:{name}"), str(value))
    return made


def within(parent: Any, *children: Any) -> Any:
    """The parent with the children at its end."""
    for child in children:
        parent.append(child)
    return parent


def borders(tag: str, **sides: str) -> Any:
    """Borders by side, each told as `size colour`, in eighths of a point; empty for none."""
    made = element(tag)
    for side in ("top", "left", "bottom", "right", "insideH", "insideV"):
        if side in sides:
            made.append(_border(side, sides[side]))
    return made


def _border(side: str, told: str) -> Any:
    if not told:
        return element(side, val="nil")
    size, colour, *kind = told.split()
    return element(side, val=kind[0] if kind else "single", sz=size, space=0, color=colour)


def padded(frame: Any, points: int) -> Any:
    """A paragraph's borders, away from its text by some points."""
    for side in frame:
        side.set(qn("w:space"), str(points))
    return frame
