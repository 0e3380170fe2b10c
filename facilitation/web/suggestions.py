"""What the texts suggest: themes, their names, texts nearly the same. For facilitators alone."""

from flask import Blueprint, Response, request

from facilitation.web.api import answer, house, lead

blueprint = Blueprint("suggestions", __name__, url_prefix="/api/workshops")


@blueprint.get("/<code>/suggestions")
def suggestions(code: str) -> Response:
    """The themes that stand out now; nothing is changed by asking."""
    lead(code)
    return answer(house().suggester.suggest(code))


@blueprint.get("/<code>/suggestions/why")
def why(code: str) -> Response:
    """What two texts have in common, in their own words."""
    lead(code)
    left, right = (request.args.get(side, "")[:32] for side in ("left", "right"))
    return answer(house().suggester.why(code, left, right))
