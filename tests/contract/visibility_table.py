"""Who sees which field of which record, written by hand: the promise, not the program.

Readers by letter: `f` facilitators, `o` observers, `s` screen, `t` the record's own table (1),
`u` another table, `m` the person it belongs to, `x` another participant. A field that stands in
the row "" is nobody's. Every field of a record must stand in exactly one row of each situation.
"""

from facilitation.domain.records import ACTION_FIELDS
from tests.contract import happenings
from tests.contract.visibility_situation import ROOM, Rows, Situation, hidden
from tests.contract.visibility_texts import TEXTS

WORDS = "subject says audience does_not_say carried_by competence"


THEME: Rows = {
    ROOM: "letter name color position subtitle state size",
    "f": "note merged_into projected v",
}
STATEMENT: Rows = {ROOM: f"{WORDS} state reserves", "ftu": "table v", "f": "projected"}
OWN_STATEMENT: Rows = {"ft": f"{WORDS} state reserves table v", "f": "projected"}
SHEET = f"{' '.join(ACTION_FIELDS)} table score ballot state version history"
BALLOT = "question method options budget most subject step state opened_at closed_at revealed"
CARD = "kind service role text by need subject_to_hierarchy state"
CASE = "number title services partners tables opened released"
PRIVATE_CASE = "context questions releases voices"

SITUATIONS = (
    Situation(
        "the workshop",
        "workshop",
        happenings.static("TEST01"),
        {
            ROOM: "title subtitle language introduction title_page expected day_starts day_ends "
            "signed_by_default levels objectives evaluation step state rehearsal",
            "f": "scenario created_at minutes_status restored_at restored_from keep_until v",
            "": "lives erased_at privacy",
        },
    ),
    Situation(
        "a step",
        "steps",
        happenings.static("attentes"),
        {
            ROOM: "position title kind minutes starts instruction allows writing private scene "
            "round every_case tags speakers state started_at ends_at remaining finished_at "
            "writing_open writing_ends_at revealed",
            "f": "note objectives writing_at paused_at v",
            "": "stopped",
        },
    ),
    Situation(
        "a situation not yet given",
        "cases",
        happenings.static("cas-1"),
        {ROOM: CASE, "f": f"{PRIVATE_CASE} note v"},
    ),
    Situation(
        "a situation given",
        "cases",
        happenings.opened,
        {ROOM: f"{CASE} {PRIVATE_CASE}", "f": "note v"},
    ),
    Situation(
        "a table",
        "tables",
        happenings.static("1"),
        {ROOM: "number name cases", "ftu": "rapporteur called", "fos": "contributions", "f": "v"},
    ),
    Situation(
        "somebody present",
        "participants",
        happenings.entry,
        {
            "ftm": "service table name state votes",
            "fm": "category function merged_into",
            "f": "via v",
        },
    ),
    Situation(
        "somebody taken off the list",
        "participants",
        happenings.removed_entry,
        {"fm": "service table name state votes category function merged_into", "f": "via v"},
    ),
    Situation(
        "somebody whose presence is told",
        "attendees",
        happenings.attendee,
        {"f": "function service category rank observer state by v"},
    ),
    Situation("a pole", "poles", happenings.static("terre"), {ROOM: "name"}),
    Situation(
        "a service",
        "services",
        happenings.static("ddt"),
        {ROOM: "name short category pole missions"},
    ),
    Situation("a lens", "lenses", happenings.static("elu"), {ROOM: "name"}),
    Situation("a policy", "policies", happenings.static("eau"), {ROOM: "name services"}),
    Situation("a term", "glossary", happenings.static("DDT"), {ROOM: "meaning"}),
    *TEXTS,
    Situation("a theme not yet shown", "themes", happenings.theme, hidden(THEME)),
    Situation("a theme shown", "themes", happenings.shown_theme, THEME),
    Situation("a theme shown, then merged", "themes", happenings.merged_theme, hidden(THEME)),
    Situation(
        "an open vote", "ballots", happenings.ballot(), {ROOM: BALLOT, "f": "tally reason v"}
    ),
    Situation(
        "a vote closed, not yet revealed",
        "ballots",
        happenings.ballot("ballot.close"),
        {ROOM: BALLOT, "f": "tally reason v"},
    ),
    Situation(
        "a vote revealed",
        "ballots",
        happenings.ballot("ballot.close", "ballot.reveal"),
        {ROOM: f"{BALLOT} tally", "f": "reason v"},
    ),
    Situation(
        "a vote called off",
        "ballots",
        happenings.ballot("ballot.cancel"),
        {ROOM: BALLOT, "f": "tally reason v"},
    ),
    Situation(
        "what became of a line",
        "followups",
        happenings.followed,
        {ROOM: "of option outcome reason decider date", "f": "v"},
    ),
    Situation("a dire not yet shown", "statements", happenings.statement, OWN_STATEMENT),
    Situation("a dire shown", "statements", happenings.shown_statement, STATEMENT),
    Situation(
        "a référent",
        "referents",
        happenings.referent,
        {
            "fostum": "policy service state",
            "ftum": "function",
            "fm": "remark",
            "f": "participant v projected",
        },
    ),
    Situation(
        "a référent shown",
        "referents",
        happenings.shown_referent,
        {
            "fostum": "policy service function state",
            "fm": "remark",
            "f": "participant v projected",
        },
    ),
    Situation(
        "a cell of the matrix",
        "roles",
        happenings.cell,
        {ROOM: "case service roles levels settled_role settled_level", "f": "contributions v"},
    ),
    Situation(
        "a sheet not yet shown",
        "actions",
        happenings.action,
        {"ft": f"{SHEET} versions v", "f": "projected held"},
    ),
    Situation(
        "a sheet shown",
        "actions",
        happenings.shown_action,
        {
            ROOM: SHEET.replace(" responsible", "").replace(" validation", ""),
            "fstu": "responsible validation",
            "ftu": "versions v",
            "f": "projected held",
        },
    ),
    Situation(
        "a sheet shown, then dropped",
        "actions",
        happenings.dropped_action,
        {"f": f"{SHEET} versions projected held v"},
    ),
    Situation(
        "a personal engagement",
        "commitments",
        happenings.card("personal"),
        {"m": f"{CARD} v", "": "participant"},
    ),
    Situation(
        "an engagement of the service",
        "commitments",
        happenings.card("service"),
        {"fm": CARD, "m": "v", "": "participant"},
    ),
    Situation(
        "a point kept for later",
        "parked",
        happenings.parked,
        {"f": "text contribution owner due state v"},
    ),
    Situation(
        "a message to all", "messages", happenings.message(None), {"ftu": "text table at state"}
    ),
    Situation(
        "a message to one table", "messages", happenings.message("1"), {"ft": "text table at state"}
    ),
    Situation("a meeting", "meetings", happenings.meeting, {ROOM: "title date place"}),
    Situation(
        "the screen",
        "screen",
        happenings.static("screen"),
        {
            ROOM: "scene step case ballot theme action statement kind page dark text",
            "f": "previous",
            "": "closing",
        },
    ),
)
