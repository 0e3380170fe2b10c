/** A fiche-action as the room reads it through: its fields in the order of the sheet, empty ones left out. */
import { _, day } from "../../core/i18n.js";
import { nameOf } from "../../core/names.js";
import { shortName } from "./speakers.js";

/** @typedef {import("./texts.js").Labelled} Labelled */

/**
 * @param {any} room
 * @param {any} one
 * @returns {Labelled[]}
 */
export function sheetFacts(room, one) {
  return [...why(one), ...who(room, one), ...how(one), ...when(one)]
    .map(([label, text]) => ({ label, text: text ?? "" }))
    .filter((fact) => fact.text);
}

/** @typedef {[string, string|null|undefined]} Fact */

/**
 * @param {any} one
 * @returns {Fact[]}
 */
function why(one) {
  return [
    [_("Constat"), one.why],
    [_("Objectif"), one.goal],
    [_("Résultat attendu"), one.expected_result],
    [_("Bénéficiaires"), one.beneficiaries],
  ];
}

/**
 * @param {any} room
 * @param {any} one
 * @returns {Fact[]}
 */
function who(room, one) {
  const mates = (one.associates ?? []).map((/** @type {any} */ mate) => shortName(room, mate.service));
  return [
    [_("Autorité compétente"), shortName(room, one.authority)],
    [_("Service pilote"), shortName(room, one.pilot)],
    [_("Responsable"), one.responsible],
    [_("Référent"), one.referent],
    [_("Services associés"), mates.join(", ")],
    [_("Partenaires"), one.partners],
    [_("Niveau"), nameOf("levels", one.level)],
    [_("Validation"), one.validation],
  ];
}

/**
 * @param {any} one
 * @returns {Fact[]}
 */
function how(one) {
  const steps = (one.milestones ?? []).map((/** @type {any} */ step) =>
    [step.content, step.due ? day(step.due) : ""].filter(Boolean).join(", "),
  );
  return [
    [_("Première étape"), one.first_step],
    [_("Étapes"), steps.join("\n")],
    [_("Conditions"), one.conditions],
    [_("Consultations préalables"), one.consultations],
    [_("Outil commun"), one.tool],
    [_("Moyens"), one.means],
    [_("Mutualisations"), one.pooling],
  ];
}

/**
 * @param {any} one
 * @returns {Fact[]}
 */
function when(one) {
  return [
    [_("Début"), one.start ? day(one.start) : ""],
    [_("Échéance"), one.due ? day(one.due) : ""],
    [_("Indicateur"), [one.indicator, one.indicator_target].filter(Boolean).join("\n")],
    [_("Risques"), one.risks],
    [_("Arbitrage demandé"), [one.arbitration, one.arbitration_to].filter(Boolean).join("\n")],
  ];
}
