/** The fields of a fiche-action, in groups, in the order of the sheet; pure. */
import { _ } from "../../core/i18n.js";

/** @typedef {{name: string, label: string, shape: "line"|"text"|"date"|"service"|"level"|"milestones"|"associates"}} Field */

/** @returns {{title: string, fields: Field[]}[]} */
export function groups() {
  const line = (/** @type {string} */ name, /** @type {string} */ label) => field(name, label, "line");
  const text = (/** @type {string} */ name, /** @type {string} */ label) => field(name, label, "text");
  return [
    {
      title: _("L’essentiel"),
      fields: [
        line("title", _("Intitulé (verbe et objet)")),
        text("why", _("Constat")),
        text("goal", _("Objectif")),
        text("expected_result", _("Résultat attendu")),
        line("beneficiaries", _("Bénéficiaires")),
      ],
    },
    {
      title: _("Qui"),
      fields: [
        field("authority", _("Autorité compétente"), "service"),
        field("pilot", _("Service pilote"), "service"),
        line("responsible", _("Responsable (fonction)")),
        line("director_agreement", _("Accord du directeur")),
        line("referent", _("Référent")),
        field("associates", _("Services associés"), "associates"),
        line("partners", _("Partenaires extérieurs")),
        field("level", _("Niveau d’intervention"), "level"),
      ],
    },
    {
      title: _("Comment"),
      fields: [
        text("first_step", _("Première étape, sous 30 jours")),
        field("milestones", _("Étapes"), "milestones"),
        text("conditions", _("Conditions de mise en œuvre")),
        text("consultations", _("Consultations préalables")),
        text("tool", _("Outil commun à développer")),
        line("tool_owner", _("Porteur de l’outil")),
        line("tool_content", _("Données de l’outil")),
        line("tool_access", _("Droits d’accès")),
        text("means", _("Moyens")),
        text("pooling", _("Mutualisations")),
      ],
    },
    {
      title: _("Suivi"),
      fields: [
        field("start", _("Début"), "date"),
        field("due", _("Échéance"), "date"),
        line("indicator", _("Indicateur")),
        line("indicator_start", _("Valeur de départ")),
        line("indicator_target", _("Cible")),
        line("indicator_source", _("Source")),
        line("indicator_frequency", _("Fréquence")),
        line("body", _("Instance de suivi")),
        text("risks", _("Risques")),
        text("arbitration", _("Arbitrage demandé")),
        line("arbitration_to", _("À qui")),
        field("arbitration_by", _("Avant le"), "date"),
      ],
    },
  ];
}

/**
 * @param {string} name
 * @param {string} label
 * @param {Field["shape"]} shape
 * @returns {Field}
 */
function field(name, label, shape) {
  return { name, label, shape };
}

/**
 * The version of one field, as the record tells it.
 * @param {any} action
 * @param {string} name
 * @returns {number}
 */
export function versionOf(action, name) {
  const found = (action.versions ?? []).find((/** @type {[string, number]} */ pair) => pair[0] === name);
  return found ? found[1] : 0;
}
