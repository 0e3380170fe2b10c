"""The closed lists of the domain: kinds, roles, levels, scenes, what a step may open.

What one seminar says with these words is `scenario`.
"""

from typing import Final

KINDS: Final = ("expectation", "positioning", "proposal")

#: What the number of a text begins with: ATT-012.
PREFIXES: Final = {"expectation": "ATT", "positioning": "POS", "proposal": "PRO"}

#: What a facilitator may mark a text as.
TAGS: Final = ("common_tool", "good_practice", "lesson", "pooling")

#: Roles a service may take on a situation, from deciding to not concerned.
ROLES: Final = ("authority", "pilot", "contributes", "supports", "informed", "unconcerned")

LEVELS: Final = ("national", "regional", "interdepartmental", "departmental", "local", "outside")

#: What a running step may open on phones, beside reading its instruction.
ALLOWED: Final = (
    *KINDS,
    "mission",
    "referent",
    "statement",
    "vote",
    "sheet",
    "commitment",
    "evaluation",
)


#: What the screen may be asked to show; `parameters` of `screen.show` say of what.
SCENES: Final = (
    "join",
    "step",
    "case",
    "wall",
    "themes",
    "vote",
    "roles",
    "referents",
    "statements",
    "plan",
    "return",
    "message",
    "blank",
)


STEP_KINDS: Final = (
    "welcome",
    "talk",
    "write",
    "case",
    "share",
    "break",
    "themes",
    "vote",
    "plan",
    "closing",
)


SERVICE_CATEGORIES: Final = (
    "prefecture",
    "ddi",
    "regional_unit",
    "other_service",
    "operator",
    "justice",
    "defence",
    "other",
)

#: Whether somebody came; `removed`: no longer told.
ATTENDANCE: Final = ("expected", "present", "represented", "excused", "removed")

#: Categories of staff, in the order in which a service's people are told.
GRADES: Final = ("direction", "A", "B", "")

#: What became of a line of a vote, or of an arbitration asked for: retenu, à instruire, non retenu.
OUTCOMES: Final = ("retained", "to_study", "not_retained")
