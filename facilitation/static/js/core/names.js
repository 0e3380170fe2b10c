/** The words of the domain for the codes of the protocol. */
import { _ } from "./i18n.js";

/** @type {Record<string, Record<string, string>>} */
const NAMES = {
  kinds: {
    expectation: _("Attente"),
    positioning: _("Positionnement"),
    proposal: _("Proposition"),
  },
  roles: {
    authority: _("autorité compétente (décide, signe)"),
    pilot: _("pilote / instructeur"),
    contributes: _("contribue (avis, contrôle)"),
    supports: _("en appui"),
    informed: _("pour information"),
    unconcerned: _("non concerné"),
  },
  levels: {
    national: _("national"),
    regional: _("régional"),
    interdepartmental: _("interdépartemental"),
    departmental: _("départemental"),
    local: _("communal ou local"),
    outside: _("hors compétence de l’État"),
  },
  tags: {
    common_tool: _("outil commun"),
    good_practice: _("bonne pratique"),
    lesson: _("enseignement"),
    pooling: _("mutualisation"),
  },
  reasons: {
    duplicate: _("doublon"),
    off_subject: _("hors sujet"),
    personal: _("personnel"),
    unclear: _("imprécis"),
    protected: _("information protégée"),
    other: _("autre motif"),
  },
  scenes: {
    join: _("Rejoindre"),
    step: _("Séquence et horloge"),
    case: _("Situation"),
    wall: _("Mur des contributions"),
    themes: _("Thèmes"),
    vote: _("Priorisation"),
    roles: _("Rôles"),
    referents: _("Référents"),
    statements: _("Dires de l’État"),
    plan: _("Plan d’action"),
    return: _("Retour du préfet"),
    message: _("Message"),
    blank: _("Écran de repos"),
  },
  statuses: {
    proposed: _("proposée"),
    retained: _("retenue"),
    engaged: _("engagée"),
    done: _("réalisée"),
    postponed: _("ajournée"),
    abandoned: _("abandonnée"),
  },
  statements: {
    proposed: _("proposé"),
    agreed: _("accord de la salle"),
    agreed_with_reserves: _("accord avec réserves"),
    rework: _("à retravailler"),
    validated: _("validé par le préfet"),
  },
  outcomes: {
    retained: _("retenu"),
    to_study: _("à instruire"),
    not_retained: _("non retenu"),
  },
  referents: {
    expected: _("pressenti"),
    person_agrees: _("accord de l’intéressé"),
    director_agrees: _("accord du directeur"),
    named: _("acté"),
    to_be_named: _("à désigner"),
    declined: _("décliné"),
  },
};

/**
 * The word for a code; a code without a word stands for itself.
 * @param {string} family
 * @param {string|null|undefined} code
 * @returns {string}
 */
export function nameOf(family, code) {
  return code ? (NAMES[family]?.[code] ?? code) : "";
}

/**
 * All codes of a family with their words, for lists to choose from.
 * @param {string} family
 * @returns {[string, string][]}
 */
export function namesOf(family) {
  return Object.entries(NAMES[family] ?? {});
}
