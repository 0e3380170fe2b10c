"""The words of the documents, French and English, for the codes of the domain."""

from typing import Final

Words = dict[str, str]

_FR: Final[Words] = {
    # kinds
    "expectation": "Attente",
    "positioning": "Positionnement",
    "proposal": "Proposition",
    "expectations": "Attentes",
    "positionings": "Positionnements",
    "proposals": "Propositions",
    # states of a contribution
    "state_posted": "en discussion",
    "state_set_aside": "écartée",
    "state_withdrawn": "retirée",
    # roles
    "authority": "autorité compétente (décide, signe)",
    "pilot": "pilote / instructeur",
    "contributes": "contribue (avis, contrôle)",
    "supports": "en appui",
    "informed": "pour information",
    "unconcerned": "non concerné",
    "unknown_role": "non renseigné",
    # levels
    "national": "national",
    "regional": "régional",
    "interdepartmental": "interdépartemental",
    "departmental": "départemental",
    "local": "communal ou local",
    "outside": "hors compétence de l’État (collectivité)",
    # tags
    "common_tool": "outil commun",
    "good_practice": "bonne pratique",
    "lesson": "enseignement",
    "pooling": "mutualisation",
    # reasons
    "duplicate": "doublon",
    "off_subject": "hors sujet",
    "personal": "personnel",
    "unclear": "imprécis",
    "protected": "information protégée",
    "other": "autre motif",
    # action statuses
    "proposed": "proposée",
    "retained": "retenue",
    "engaged": "engagée",
    "done": "réalisée",
    "postponed": "ajournée",
    "abandoned": "abandonnée",
    # statements
    "statement_proposed": "proposé",
    "statement_agreed": "accord de la salle",
    "statement_agreed_with_reserves": "accord avec réserves",
    "statement_rework": "à retravailler",
    "statement_validated": "validé par le préfet",
    # referents
    "referent_expected": "pressenti",
    "referent_person_agrees": "accord de l’intéressé",
    "referent_director_agrees": "accord du directeur",
    "referent_named": "acté",
    "referent_to_be_named": "à désigner",
    "referent_declined": "décliné",
    # attendance
    "attendance_expected": "présence à confirmer",
    "attendance_present": "en personne",
    "attendance_represented": "représentation",
    "attendance_excused": "absence excusée",
    # minutes
    "status_draft": "Projet",
    "status_reviewed": "Relu par le secrétaire général",
    "status_validated": "Validé",
    "status_released": "Diffusé",
    "watermark": "PROJET",
    # suites données
    "followup_retained": "retenu",
    "followup_to_study": "à instruire",
    "followup_not_retained": "non retenu",
    # milestones
    "todo": "à faire",
    "doing": "en cours",
    "milestone_done": "fait",
    "state_as_addressee": "l’État",
    "nobody": "non désigné",
    "none": "Néant.",
    "not_treated": "Ce point n’a pas été traité en séance.",
}

_EN: Final[Words] = {
    "expectation": "Expectation",
    "positioning": "Position",
    "proposal": "Proposal",
    "expectations": "Expectations",
    "positionings": "Positions",
    "proposals": "Proposals",
    "state_posted": "under discussion",
    "state_set_aside": "set aside",
    "state_withdrawn": "withdrawn",
    "authority": "competent authority (decides, signs)",
    "pilot": "lead / case officer",
    "contributes": "contributes (advice, checks)",
    "supports": "in support",
    "informed": "for information",
    "unconcerned": "not concerned",
    "unknown_role": "not stated",
    "national": "national",
    "regional": "regional",
    "interdepartmental": "interdepartmental",
    "departmental": "departmental",
    "local": "municipal or local",
    "outside": "outside our remit",
    "common_tool": "shared tool",
    "good_practice": "good practice",
    "lesson": "lesson learned",
    "pooling": "pooling of resources",
    "duplicate": "duplicate",
    "off_subject": "off topic",
    "personal": "personal",
    "unclear": "unclear",
    "protected": "protected information",
    "other": "other reason",
    "proposed": "proposed",
    "retained": "selected",
    "engaged": "under way",
    "done": "completed",
    "postponed": "deferred",
    "abandoned": "dropped",
    "statement_proposed": "proposed",
    "statement_agreed": "agreed by the room",
    "statement_agreed_with_reserves": "agreed with reservations",
    "statement_rework": "to be reworked",
    "statement_validated": "approved",
    "referent_expected": "approached",
    "referent_person_agrees": "agreed by the person",
    "referent_director_agrees": "agreed by the director",
    "referent_named": "confirmed",
    "referent_to_be_named": "to be named",
    "referent_declined": "declined",
    "attendance_expected": "attendance to be confirmed",
    "attendance_present": "in person",
    "attendance_represented": "represented",
    "attendance_excused": "apologies",
    "status_draft": "Draft",
    "status_reviewed": "Reviewed",
    "status_validated": "Approved",
    "status_released": "Circulated",
    "watermark": "DRAFT",
    "followup_retained": "accepted",
    "followup_to_study": "to be examined",
    "followup_not_retained": "not accepted",
    "todo": "to do",
    "doing": "under way",
    "milestone_done": "done",
    "state_as_addressee": "the whole organisation",
    "nobody": "not named",
    "none": "None.",
    "not_treated": "This point was not dealt with on the day.",
}

_WORDS: Final = {"fr": _FR, "en": _EN}
MONTHS: Final = {
    "fr": (
        "janvier",
        "février",
        "mars",
        "avril",
        "mai",
        "juin",
        "juillet",
        "août",
        "septembre",
        "octobre",
        "novembre",
        "décembre",
    ),
    "en": (
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ),
}


def word(language: str, code: str | None) -> str:
    """The word for a code; a code without a word stands for itself."""
    return _WORDS[language].get(code, code) if code else ""


def pick(language: str, french: str, english: str) -> str:
    """One of two wordings."""
    return french if language == "fr" else english


def day(language: str, iso: str) -> str:
    """An ISO day as people write it; anything else stays as typed."""
    parts = iso.split("-")
    if len(parts) != 3 or not all(part.isdigit() for part in parts):
        return iso
    year, month, number = (int(part) for part in parts)
    if not 1 <= month <= 12:
        return iso
    first = "1er" if language == "fr" and number == 1 else str(number)
    return f"{first} {MONTHS[language][month - 1]} {year}"


def clock(language: str, minutes: int) -> str:
    """Minutes since midnight as a time of day."""
    hour, rest = divmod(minutes, 60)
    if language == "fr":
        return f"{hour} h {rest:02d}" if rest else f"{hour} h"
    return f"{hour}:{rest:02d}"


def plural(language: str, count: int, one: str, many: str) -> str:
    """A count with its noun; in French zero and one are singular."""
    single = count < 2 if language == "fr" else count == 1
    return f"{count} {one if single else many}"
