"""Who sees which field of a text, written by hand: signed or not, private, shown, set aside."""

from tests.contract import happenings
from tests.contract.visibility_situation import Situation

TEXT = "kind text step case addressee lens role level tags state theme late origin edited shown"
TEXT += " projected support actions for_table"
SECRETS = "author supporters edit_hash"

TEXTS = (
    Situation(
        "a signed text",
        "contributions",
        happenings.text(anonymous=False),
        {
            "ftm": f"{TEXT} service signature reason parked",
            "fm": "private v",
            "f": "via",
            "": f"{SECRETS} table",
        },
    ),
    Situation(
        "a text that is not signed",
        "contributions",
        happenings.text(anonymous=True),
        {
            "ft": f"{TEXT} table signature reason parked",
            "f": "via private v",
            "": f"{SECRETS} service",
        },
    ),
    Situation(
        "a text in the name of the table",
        "contributions",
        happenings.text_of_table(),
        {
            "ft": f"{TEXT} table signature reason parked",
            "f": "via private v",
            "": f"{SECRETS} service",
        },
    ),
    Situation(
        "a text in the name of the table, shown on the screen",
        "contributions",
        happenings.text_of_table("shown"),
        {
            "fostu": f"{TEXT} table",
            "fstu": "signature",
            "ftu": "reason parked",
            "f": "via private v",
            "": f"{SECRETS} service",
        },
    ),
    Situation(
        "a text still private",
        "contributions",
        happenings.text("private", anonymous=False),
        {
            "fm": f"{TEXT} service signature reason parked private v",
            "f": "via",
            "": f"{SECRETS} table",
        },
    ),
    Situation(
        "a text still private that is not signed",
        "contributions",
        happenings.text("private", anonymous=True),
        {
            "f": f"{TEXT} table signature reason parked private v via",
            "": f"{SECRETS} service",
        },
    ),
    Situation(
        "a text shown on the screen",
        "contributions",
        happenings.text("shown", anonymous=False),
        {
            "fostum": f"{TEXT} service",
            "fstum": "signature",
            "ftum": "reason parked",
            "fm": "private v",
            "f": "via",
            "": f"{SECRETS} table",
        },
    ),
    Situation(
        "a text shown, then set aside",
        "contributions",
        happenings.text("shown", "set aside", anonymous=False),
        {
            "ftm": f"{TEXT.replace('text ', '')} reason parked",
            "fm": "text service signature private v",
            "f": "via",
            "": f"{SECRETS} table",
        },
    ),
    Situation(
        "a text shown, then taken back",
        "contributions",
        happenings.text("shown", "withdrawn", anonymous=False),
        {
            "ftm": f"{TEXT.replace('text ', '')} reason parked",
            "m": "text service signature",
            "fm": "private v",
            "f": "via",
            "": f"{SECRETS} table",
        },
    ),
    Situation(
        "a line brought from elsewhere",
        "contributions",
        happenings.static("ATT-001"),
        {
            "f": f"{TEXT} table signature reason parked private via v",
            "": f"{SECRETS} service",
        },
    ),
)
