"""A sentence for every refusal, in the user's language, and the HTTP status it goes with.

Codes are stable; sentences may be put better. A code without a sentence fails a test.
"""

from typing import Any, Final

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from facilitation.domain.core import Refused

BAD, UNKNOWN, FORBIDDEN, NOT_FOUND, CONFLICT, FULL = 400, 401, 403, 404, 409, 507
BUSY, GONE, UNPROCESSABLE, SLOWER = 503, 410, 422, 429

#: code → (status, sentence); `%(name)s` is filled from the refusal's details.
SENTENCES: Final[dict[str, tuple[int, Any]]] = {
    "already_created": (CONFLICT, _l("Ce séminaire existe déjà.")),
    "already_voted": (
        CONFLICT,
        _l("Vous avez déjà voté : un seul bulletin par personne est compté."),
    ),
    "bad_json": (BAD, _l("La demande est illisible.")),
    "bad_payload": (BAD, _l("La demande est incomplète ou mal formée (%(field)s).")),
    "ballot_closed": (CONFLICT, _l("Le vote est clos.")),
    "ballot_still_open": (CONFLICT, _l("Un vote est encore ouvert : clôturez-le d’abord.")),
    "both_voted": (
        CONFLICT,
        _l("Ces deux personnes ont chacune voté : fusionnez-les après la clôture du vote."),
    ),
    "conflict": (
        CONFLICT,
        _l(
            "Quelqu’un vient de modifier cet élément. Voici sa version actuelle ; reprenez à partir d’elle."
        ),
    ),
    "console_elsewhere": (
        FORBIDDEN,
        _l(
            "La liaison n’est pas chiffrée : la console s’ouvre sur l’ordinateur qui sert le séminaire, ou sur un appareil relié par un code donné là-bas (« Relier un autre appareil »)."
        ),
    ),
    "contribution_not_open": (CONFLICT, _l("La contribution %(id)s n’est plus en discussion.")),
    "database_damaged": (
        BUSY,
        _l("La base de données est abîmée : rien de nouveau n’est enregistré."),
    ),
    "database_locked": (
        BUSY,
        _l("L’enregistrement est momentanément impossible ; nouvel essai en cours."),
    ),
    "database_unreachable": (
        BUSY,
        _l("La base de données ne répond pas ; nouvel essai en cours."),
    ),
    "disk_full": (
        FULL,
        _l("Le disque de l’ordinateur est plein : rien de nouveau n’est enregistré."),
    ),
    "document_failed": (
        500,
        _l("Le document n’a pas pu être produit. Réessayez ; rien n’est perdu."),
    ),
    "suggestions_failed": (
        500,
        _l("Les thèmes n’ont pas pu être suggérés. Réessayez ; rien n’est changé."),
    ),
    "forbidden": (FORBIDDEN, _l("Cette action ne vous est pas ouverte.")),
    "internal": (500, _l("Un incident s’est produit (référence %(reference)s). Rien n’est perdu.")),
    "key_reused": (CONFLICT, _l("Cet envoi reprend l’identifiant d’un autre envoi.")),
    "link_spent": (GONE, _l("Ce lien a déjà servi ou n’est pas valable. Demandez-en un nouveau.")),
    "may_not_vote": (FORBIDDEN, _l("Vous ne prenez pas part à ce vote.")),
    "missing_header": (BAD, _l("La demande ne vient pas d’une page de Tablée.")),
    "no_next_step": (CONFLICT, _l("C’était la dernière séquence.")),
    "no_previous_step": (CONFLICT, _l("Il n’y a pas de séquence précédente.")),
    "no_running_step": (CONFLICT, _l("Aucune séquence n’est en cours.")),
    "not_found": (NOT_FOUND, _l("Cet élément n’existe pas ou plus.")),
    "not_set_aside": (CONFLICT, _l("La contribution %(id)s n’est pas écartée.")),
    "nothing_chosen": (BAD, _l("Choisissez au moins une contribution.")),
    "nothing_to_release": (
        CONFLICT,
        _l("Toutes les informations de « %(case)s » ont été données."),
    ),
    "released_everywhere": (
        CONFLICT,
        _l("L’information %(number)s a déjà été donnée à toutes ces tables."),
    ),
    "nothing_to_undo": (CONFLICT, _l("Il n’y a rien à annuler.")),
    "option_gone": (CONFLICT, _l("L’option %(id)s a été retirée entre-temps.")),
    "other_service": (FORBIDDEN, _l("Vous ne pouvez vous exprimer que pour votre service.")),
    "other_table": (CONFLICT, _l("Cette personne est à une autre table.")),
    "out_of_range": (BAD, _l("La valeur est hors limites (%(field)s).")),
    "over_budget": (BAD, _l("Vous disposez de %(budget)s gommettes au plus.")),
    "papers_beyond_table": (
        FORBIDDEN,
        _l(
            "Une table saisit %(most)s bulletins papier au plus. "
            "Au-delà, confiez-les à l’animateur."
        ),
    ),
    "paper_key_missing": (BAD, _l("Le bulletin n’a pas de clé.")),
    "paper_of_another": (CONFLICT, _l("Ce bulletin est celui d’une autre personne.")),
    "positioning_for_table": (
        BAD,
        _l("Un positionnement parle pour un service, jamais pour la table."),
    ),
    "rapporteur_only": (FORBIDDEN, _l("Seul le rapporteur écrit au nom de la table.")),
    "reserves_stand": (
        CONFLICT,
        _l("Des réserves sont signées : l’accord ne peut être constaté qu’avec réserves."),
    ),
    "referent_settled": (
        CONFLICT,
        _l("Le référent est déjà désigné pour cette politique publique."),
    ),
    "referent_agreed": (
        CONFLICT,
        _l("Une personne de votre service s’est déjà proposée pour cette politique publique."),
    ),
    "plan_wrong": (UNPROCESSABLE, _l("Le plan de tables ne peut pas être lu. %(problem)s")),
    "result_hidden": (
        CONFLICT,
        _l("Dévoilez d’abord le résultat : les suites se donnent à ce que la salle a vu."),
    ),
    "room_full": (
        SLOWER,
        _l(
            "Le séminaire compte déjà bien plus d’inscrits qu’attendus. Adressez-vous à l’animateur."
        ),
    ),
    "same_participant": (BAD, _l("Choisissez deux personnes différentes.")),
    "same_theme": (BAD, _l("Choisissez deux thèmes différents.")),
    "scenario_wrong": (
        UNPROCESSABLE,
        _l("Le scénario ne peut pas être ouvert. %(problem)s"),
    ),
    "service_missing": (BAD, _l("Indiquez le service pour lequel vous vous exprimez.")),
    "statement_settled": (
        CONFLICT,
        _l("Ce dire de l’État n’est plus modifiable depuis une table."),
    ),
    "step_already_running": (CONFLICT, _l("La séquence « %(step)s » est déjà en cours.")),
    "storage_failed": (BUSY, _l("L’enregistrement a échoué ; nouvel essai en cours.")),
    "storage_unwritable": (FULL, _l("Le dossier des données n’est pas accessible en écriture.")),
    "text_missing": (BAD, _l("Écrivez d’abord quelques mots.")),
    "text_too_long": (
        UNPROCESSABLE,
        _l(
            "Le texte compte %(length)s caractères ; la limite est de %(limit)s. Rien n’est perdu : raccourcissez-le."
        ),
    ),
    "theme_gone": (CONFLICT, _l("Le thème « %(theme)s » n’est plus au tableau.")),
    "too_few_options": (BAD, _l("Un vote demande au moins deux options.")),
    "too_large": (413, _l("L’envoi est trop volumineux.")),
    "too_fast": (
        SLOWER,
        _l(
            "Beaucoup d’envois à la fois : le suivant partira dans %(seconds)s s. Rien n’est perdu."
        ),
    ),
    "unknown_action": (NOT_FOUND, _l("Cette fiche-action n’existe pas ou n’est pas la vôtre.")),
    "unknown_ballot": (NOT_FOUND, _l("Ce vote n’existe pas.")),
    "unknown_case": (NOT_FOUND, _l("Cette situation n’existe pas.")),
    "unknown_code": (
        NOT_FOUND,
        _l(
            "Aucun séminaire n’est ouvert sous ce code. Vérifiez les six caractères : ce sont ceux de l’écran, non ceux de votre place."
        ),
    ),
    "unknown_command": (BAD, _l("Cette commande n’existe pas.")),
    "unknown_commitment": (NOT_FOUND, _l("Cet engagement n’existe pas.")),
    "unknown_contribution": (
        NOT_FOUND,
        _l("Cette contribution n’existe pas ou n’est pas la vôtre."),
    ),
    "unknown_field": (BAD, _l("Le champ « %(field)s » n’existe pas.")),
    "unknown_lens": (BAD, _l("Cet acteur n’est pas dans la liste.")),
    "unknown_option": (BAD, _l("Une des options n’est pas proposée au vote.")),
    "unknown_page": (NOT_FOUND, _l("Cette page n’existe pas.")),
    "unknown_participant": (NOT_FOUND, _l("Cette personne n’est pas dans la liste.")),
    "unknown_policy": (BAD, _l("Cette politique publique n’est pas dans la liste.")),
    "unknown_resume_code": (
        NOT_FOUND,
        _l("Ce code n’est pas connu. Vérifiez les caractères."),
    ),
    "unknown_scenario": (NOT_FOUND, _l("Ce scénario n’existe pas.")),
    "unknown_service": (BAD, _l("Choisissez un service de la liste.")),
    "unknown_statement": (NOT_FOUND, _l("Ce dire de l’État n’existe pas ou n’est pas le vôtre.")),
    "unknown_step": (NOT_FOUND, _l("Cette séquence n’existe pas.")),
    "unknown_table": (BAD, _l("Choisissez une table de la liste.")),
    "unknown_theme": (NOT_FOUND, _l("Ce thème n’existe pas.")),
    "unknown_token": (
        UNKNOWN,
        _l("Votre accès n’est plus reconnu. Rejoignez de nouveau le séminaire."),
    ),
    "unknown_value": (BAD, _l("Cette valeur n’est pas prévue (%(field)s).")),
    "voter_missing": (BAD, _l("Choisissez d’abord la personne qui s’exprime.")),
    "workshop_closed": (CONFLICT, _l("Le séminaire est clos : rien de nouveau n’est enregistré.")),
    "writing_not_open": (CONFLICT, _l("L’écriture n’est pas ouverte.")),
}


def status(code: str) -> int:
    """The HTTP status of a refusal."""
    return SENTENCES.get(code, SENTENCES["internal"])[0]


def sentence(refusal: Refused) -> str:
    """One clear sentence in the language of the request."""
    found = SENTENCES.get(refusal.code)
    if found is None:
        return str(_("Cette action n’est pas possible."))
    text = f"{found[1]}"
    details = {"reference": "", "field": "", **refusal.details}
    return text % details if "%(" in text else text
