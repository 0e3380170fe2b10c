"""The table of fields: for each collection, who may see which field of a record at all.

`f` facilitators, `o` observers, `s` screen, `t` a table's phones and device, `m` the person.
An empty cell means nobody; a field that is missing here fails a test. `v` is the version.
"""

from typing import Final


def _seen(letters: str, names: str) -> dict[str, str]:
    """Fields that the same readers see."""
    return dict.fromkeys(names.split(), letters)


_EVERYBODY: Final = "fost"

FIELDS: Final[dict[str, dict[str, str]]] = {
    "workshop": {
        **_seen(
            _EVERYBODY,
            "title subtitle language introduction title_page expected day_starts day_ends "
            "signed_by_default levels objectives evaluation step state",
        ),
        "scenario": "f",
        "created_at": "f",
        "rehearsal": _EVERYBODY,
        "minutes_status": "f",
        "erased_at": "",
        "privacy": "",
        "keep_until": "f",
        "restored_at": "f",
        "restored_from": "f",
        "lives": "",
        "v": "f",
    },
    "steps": {
        **_seen(
            _EVERYBODY,
            "position title kind minutes starts instruction allows writing private scene round "
            "every_case tags speakers state started_at ends_at remaining finished_at writing_open "
            "writing_ends_at revealed",
        ),
        "note": "f",
        "objectives": "f",
        "writing_at": "f",
        "paused_at": "f",
        "stopped": "",
        "v": "f",
    },
    "cases": {
        **_seen(
            _EVERYBODY,
            "number title context questions releases voices services partners tables opened "
            "released",
        ),
        "note": "f",
        "v": "f",
    },
    "tables": {
        **_seen(_EVERYBODY, "number name cases"),
        "rapporteur": "ft",
        "called": "ft",
        "contributions": "fos",
        "v": "f",
    },
    "participants": {
        **_seen("ftm", "service table name state"),
        "category": "fm",
        "function": "fm",
        "votes": "ftm",
        "via": "f",
        "merged_into": "fm",
        "v": "f",
    },
    "attendees": _seen("f", "function service category rank observer state by v"),
    "poles": {"name": _EVERYBODY},
    "services": _seen(_EVERYBODY, "name short category pole missions"),
    "lenses": {"name": _EVERYBODY},
    "policies": _seen(_EVERYBODY, "name services"),
    "glossary": {"meaning": _EVERYBODY},
    "contributions": {
        **_seen(
            "fostm",
            "kind text step case table service addressee lens role level tags state theme late "
            "origin edited shown projected support actions for_table",
        ),
        # Observers read no name, even one that its owner let stand on the screen.
        "signature": "fstm",
        "reason": "ftm",
        "private": "fm",
        "parked": "ftm",
        "via": "f",
        "author": "",
        "supporters": "",
        "edit_hash": "",
        "v": "fm",
    },
    "themes": {
        **_seen(_EVERYBODY, "letter name color position subtitle state size"),
        "note": "f",
        "merged_into": "f",
        "projected": "f",
        "v": "f",
    },
    "ballots": {
        **_seen(
            _EVERYBODY,
            "question method options budget most subject step state opened_at closed_at revealed "
            "tally",
        ),
        "reason": "f",
        "v": "f",
    },
    "followups": {**_seen(_EVERYBODY, "of option outcome reason decider date"), "v": "f"},
    "statements": {
        **_seen(
            _EVERYBODY, "subject says audience does_not_say carried_by competence state reserves"
        ),
        "table": "ft",
        "projected": "f",
        "v": "ft",
    },
    "referents": {
        **_seen("fostm", "policy service function state"),
        "remark": "fm",
        "projected": "f",
        "participant": "f",
        "v": "f",
    },
    "roles": {
        **_seen(_EVERYBODY, "case service roles levels settled_role settled_level"),
        "contributions": "f",
        "v": "f",
    },
    "actions": {
        **_seen(
            _EVERYBODY,
            "title table theme policy status why cases contributions tables score ballot goal "
            "expected_result beneficiaries authority pilot director_agreement referent associates "
            "partners level milestones first_step conditions consultations tool tool_owner "
            "tool_content tool_access means pooling statement start due revised_due revised_reason "
            "indicator indicator_start indicator_target indicator_source indicator_frequency body "
            "risks arbitration arbitration_to arbitration_by state version history",
        ),
        # They may hold a name: observers read none.
        **_seen("fst", "responsible validation"),
        "projected": "f",
        "held": "f",
        "versions": "ft",
        "v": "ft",
    },
    "commitments": {
        **_seen("fm", "kind service role text by need subject_to_hierarchy state"),
        "participant": "",
        "v": "m",
    },
    "parked": _seen("f", "text contribution owner due state v"),
    "messages": _seen("ft", "text table at state"),
    "meetings": _seen(_EVERYBODY, "title date place"),
    "screen": {
        **_seen(_EVERYBODY, "scene step case ballot theme action statement kind page dark text"),
        "previous": "f",
        "closing": "",
    },
}
