"""The only place where refusals and faults become HTTP: JSON for programs, a page for people."""

import traceback
from typing import Any

import structlog
from flask import Flask, Response, render_template, request
from flask_babel import gettext as _
from werkzeug.exceptions import HTTPException

from facilitation.domain.core import Conflict, Refused
from facilitation.protocol.ports import StorageFailed
from facilitation.protocol.wire import fingerprint
from facilitation.service.doors import audiences
from facilitation.views.projection import project
from facilitation.web import identity, messages
from facilitation.web.api import answer, house

log = structlog.get_logger()


def install(app: Flask) -> None:
    """Translate every failure that a view lets through."""
    app.register_error_handler(Refused, _refused)
    app.register_error_handler(StorageFailed, _storage)
    app.register_error_handler(HTTPException, _http)
    app.register_error_handler(Exception, _fault)


def _refused(refusal: Refused) -> tuple[Any, int, dict[str, str]]:
    extra = _current(refusal) if isinstance(refusal, Conflict) else {}
    house().limits.wrong(refusal.code)
    return _tell(refusal, **extra), messages.status(refusal.code), later(refusal)


def later(refusal: Refused) -> dict[str, str]:
    """When to come again, for whoever was too fast."""
    seconds = refusal.details.get("seconds")
    return {"Retry-After": str(seconds)} if seconds else {}


def _current(conflict: Conflict) -> dict[str, Any]:
    """The record as the sender may see it now."""
    code = str((request.view_args or {}).get("code", ""))
    room = house().rooms.room(code)
    record = room.state.find(conflict.collection, conflict.record_id)
    actor = identity.actor(house().doors, code)
    if record is None:
        return {"current": None}
    seen = [project(room.state, one, conflict.collection, record) for one in audiences(actor)]
    return {"current": next((one for one in seen if one is not None), None)}


def _storage(failure: StorageFailed) -> tuple[Any, int, dict[str, str]]:
    return _refused(Refused(failure.code))


def _http(error: HTTPException) -> tuple[Any, int]:
    codes = {404: "unknown_page", 405: "unknown_page", 413: "too_large"}
    status = error.code or 500
    refusal = Refused(codes.get(status, "bad_json" if status < 500 else "internal"))
    return _tell(refusal), status


def _fault(fault: Exception) -> tuple[Any, int]:
    """A bug: logged once with a reference that the person can read out; nothing else is told."""
    reference = reference_of(fault)
    log.error("fault", reference=reference, path=request.path, trace=traceback.format_exc())
    return _tell(Refused("internal", reference=reference)), 500


def reference_of(fault: Exception) -> str:
    """A short reference, the same for the same fault."""
    return fingerprint(type(fault).__name__, str(fault))[:8]


def _tell(refusal: Refused, **extra: Any) -> Response | str:
    text = messages.sentence(refusal)
    if request.path.startswith("/api/"):
        return answer({"ok": False, "code": refusal.code, "message": text, **extra})
    return render_template("pages/error.html", title=_("Tablée"), message=text, code=refusal.code)
