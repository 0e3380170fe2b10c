"""The worker beside the phones' pages: it keeps their shell, and gives it when this server is away.

What stays is said with each answer to a page, by `Tablee-Offline`: `keep` it; `end`, and nothing is
kept any more; without a word, what was kept of that address goes.
"""

from typing import Final

from flask import Blueprint, Response, current_app

from facilitation.web.api import house
from facilitation.web.assets import Assets

blueprint = Blueprint("offline", __name__)

OFFLINE: Final = "Tablee-Offline"
#: It asks this server, and runs nothing else.
POLICY: Final = "default-src 'none'; connect-src 'self'; frame-ancestors 'none'"


@blueprint.get("/worker.js")
def worker() -> Response:
    """The worker; where shells are not kept, one that takes everything away and goes."""
    assets: Assets = current_app.extensions["tablee_assets"]
    name = "worker" if house().keeps_shells else "worker-end"
    response = Response(assets.script(name), mimetype="text/javascript")
    # Asked for anew with each visit: a worker that is mended reaches every phone.
    response.headers["Cache-Control"] = "no-store"
    response.headers["Content-Security-Policy"] = POLICY
    return response
