"""What the texts suggest: themes, their names, texts nearly the same. For facilitators alone."""

from flask import Blueprint, Response, request

from facilitation.domain.core import Refused
from facilitation.web import identity
from facilitation.web.api import answer, house

blueprint = Blueprint("suggestions", __name__, url_prefix="/api/workshops")


def _facilitator(code: str) -> None:
    if identity.actor(house().doors, code).role != "facilitator":
        raise Refused("forbidden")


@blueprint.get("/<code>/suggestions")
def suggestions(code: str) -> Response:
    """The themes that stand out now; nothing is changed by asking."""
    _facilitator(code)
    return answer(house().suggester.suggest(code))


@blueprint.get("/<code>/suggestions/why")
def why(code: str) -> Response:
    """What two texts have in common, in their own words."""
    _facilitator(code)
    left, right = (request.args.get(side, "")[:32] for side in ("left", "right"))
    return answer(house().suggester.why(code, left, right))
