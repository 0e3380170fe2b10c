"""What pages are made of, under an address that changes with its content: kept by browsers for
good, and compressed once. Pages that phones open get their scripts and styles in one answer each.
"""

import gzip
import hashlib
import json
import mimetypes
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from flask import Blueprint, Flask, Response, current_app, request
from flask_babel import get_locale

from facilitation.domain.core import Refused
from facilitation.web import joining

blueprint = Blueprint("assets", __name__)

ROOT: Final = Path(__file__).resolve().parent.parent / "static"
MESSAGES: Final = ROOT / "js" / "generated" / joining.MESSAGES

#: On a phone the letters are the phone's own: a font would be a third of the page.
SHARED: Final = ("tokens", "base", "forms", "notices", "slips")
PHONE: Final = tuple(f"phone-{part}" for part in ("head", "write", "table", "vote", "sheet"))
#: Joined styles by name, in their order.
STYLES: Final = {
    "door": (*SHARED, "doors"),
    "phone": (*SHARED, "phone-head", "phone", *PHONE[1:]),
}
#: Pages whose scripts are joined.
SCRIPTS: Final = ("phone", "table", "join")

COMPRESSED: Final = frozenset({"text/css", "text/javascript", "text/html", "image/svg+xml"})
FOREVER: Final = "public, max-age=31536000, immutable"
TOLD: Final = frozenset({"text/html", "application/json"})
SMALL: Final = 600
LARGE: Final = 256 * 1024


@dataclass(frozen=True, slots=True)
class Asset:
    """A file as it travels, plain and compressed."""

    body: bytes
    small: bytes
    kind: str


class Assets:
    """All files that pages are made of, and the address they have as long as none changes."""

    def __init__(self) -> None:
        files = sorted(one for one in ROOT.rglob("*") if one.is_file())
        content = hashlib.sha256()
        for file in (*files, Path(joining.__file__), Path(__file__)):
            content.update(file.name.encode() + file.read_bytes())
        self.version = content.hexdigest()[:16]
        self._known = {one.relative_to(ROOT).as_posix() for one in files}
        self._made: dict[str, Asset] = {}
        self._scripts: dict[str, bytes] = {}

    def address(self, name: str) -> str:
        """Where a browser finds a file."""
        return f"/assets/{self.version}/{name}"

    def find(self, name: str) -> Asset | None:
        """A file by name; None for what is not there."""
        if name not in self._made:
            body = self._joined(name) if name.startswith("joined/") else self._plain(name)
            if body is None:
                return None
            kind = mimetypes.guess_type(name)[0] or "application/octet-stream"
            kind = "text/javascript" if name.endswith(".js") else kind
            small = gzip.compress(body, 9, mtime=0) if kind in COMPRESSED else body
            self._made[name] = Asset(body, small, kind)
        return self._made[name]

    def _plain(self, name: str) -> bytes | None:
        return (ROOT / name).read_bytes() if name in self._known else None

    def script(self, page: str) -> bytes:
        """A script without any text for people, by the name of its page; joined once."""
        if page not in self._scripts:
            entry = ROOT / "js" / "pages" / f"{page}.js"
            self._scripts[page] = joining.script(entry, {}).encode()
        return self._scripts[page]

    def _joined(self, name: str) -> bytes | None:
        page, _, rest = name.removeprefix("joined/").partition(".")
        if rest == "css" and page in STYLES:
            return joining.style([ROOT / "css" / f"{one}.css" for one in STYLES[page]]).encode()
        page, _, locale = page.rpartition("-")
        if rest == "js" and page in SCRIPTS and locale in ("fr", "en"):
            entry = ROOT / "js" / "pages" / f"{page}.js"
            return joining.script(entry, english() if locale == "en" else {}).encode()
        return None


def english() -> joining.Words:
    """The English texts of all pages."""
    text = MESSAGES.read_text("utf-8").partition("messages =")[2]
    words: joining.Words = json.loads(text.strip().removesuffix(";"))
    return words


def install(app: Flask) -> None:
    """Give templates their addresses, and answer for them."""
    assets = Assets()
    app.extensions["tablee_assets"] = assets
    app.register_blueprint(blueprint)
    app.jinja_env.globals["asset"] = assets.address
    app.jinja_env.globals["script_of"] = lambda page: assets.address(
        f"joined/{page}-{get_locale()}.js"
    )
    app.after_request(_compressed)


@blueprint.get("/assets/<version>/<path:name>")
def file(version: str, name: str) -> Response:
    """A file; an address of before an upgrade still finds what there is now, and keeps nothing."""
    assets: Assets = current_app.extensions["tablee_assets"]
    found = assets.find(name)
    if found is None:
        raise Refused("unknown_page")
    packed = "gzip" in request.headers.get("Accept-Encoding", "") and found.small is not found.body
    response = Response(found.small if packed else found.body, mimetype=found.kind)
    if packed:
        response.headers["Content-Encoding"] = "gzip"
    response.headers["Vary"] = "Accept-Encoding"
    response.headers["Cache-Control"] = FOREVER if version == assets.version else "no-store"
    return response


def _compressed(response: Response) -> Response:
    """Pages and snapshots too travel compressed; not the largest, which only a laptop asks for."""
    accepted = "gzip" in request.headers.get("Accept-Encoding", "")
    if not accepted or response.mimetype not in TOLD or response.direct_passthrough:
        return response
    if not SMALL < (response.content_length or 0) < LARGE or response.is_streamed:
        return response
    response.set_data(gzip.compress(response.get_data(), 6, mtime=0))
    response.headers["Content-Encoding"] = "gzip"
    response.headers.add("Vary", "Accept-Encoding")
    return response
