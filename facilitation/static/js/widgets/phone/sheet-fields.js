/** The fields of a fiche-action, in groups, in the order of the sheet; pure. */
import { _ } from "../../core/i18n.js";

/** @typedef {"line"|"text"|"date"|"service"|"level"|"policy"|"statement"|"milestones"|"associates"} Shape */
/** @typedef {{name: string, label: string, shape: Shape}} Field */

/** @returns {{title: string, fields: Field[]}[]} */
export function groups() {
  return [
    { title: _("L’essentiel"), fields: essential() },
    { title: _("Qui"), fields: who() },
    { title: _("Comment"), fields: how() },
    { title: _("Suivi"), fields: followUp() },
  ];
}

function essential() {
  return [
    line("title", _("Intitulé (verbe et objet)")),
    field("policy", _("Politique publique"), "policy"),
    text("why", _("Constat")),
    text("goal", _("Objectif")),
    text("expected_result", _("Résultat attendu")),
    line("beneficiaries", _("Bénéficiaires")),
  ];
}

function who() {
  return [
    field("authority", _("Autorité compétente"), "service"),
    field("pilot", _("Service pilote"), "service"),
    line("responsible", _("Responsable (fonction)")),
    line("director_agreement", _("Accord du directeur")),
    line("referent", _("Référent porteur")),
    field("associates", _("Services associés"), "associates"),
    line("partners", _("Partenaires extérieurs")),
    field("level", _("Niveau d’intervention"), "level"),
  ];
}

function how() {
  return [
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
    field("statement", _("Dire de l’État associé"), "statement"),
  ];
}

function followUp() {
  return [
    field("start", _("Début"), "date"),
    field("due", _("Échéance"), "date"),
    line("indicator", _("Indicateur")),
    line("indicator_start", _("Valeur de départ")),
    line("indicator_target", _("Cible")),
    line("indicator_source", _("Source")),
    line("indicator_frequency", _("Fréquence")),
    line("body", _("Instance de suivi existante")),
    text("risks", _("Risques")),
    text("arbitration", _("Arbitrage demandé")),
    line("arbitration_to", _("Arbitrage : à qui")),
    field("arbitration_by", _("Arbitrage : avant le"), "date"),
  ];
}

/**
 * @param {string} name
 * @param {string} label
 * @param {Shape} shape
 * @returns {Field}
 */
function field(name, label, shape) {
  return { name, label, shape };
}

/** @param {string} name @param {string} label */
function line(name, label) {
  return field(name, label, "line");
}

/** @param {string} name @param {string} label */
function text(name, label) {
  return field(name, label, "text");
}
