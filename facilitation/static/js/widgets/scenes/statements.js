/** The dires de l’État: one to a page, what it says, what it does not say, who carries it. */
import { _, n_ } from "../../core/i18n.js";
import { nameOf } from "../../core/names.js";
import { byNumber } from "./order.js";
import { waiting } from "./parts.js";
import { shortName } from "./speakers.js";
import { textPages } from "./texts.js";

/** @typedef {import("./parts.js").Page} Page */

/**
 * @param {any} room
 * @param {any} screen
 * @returns {Page[]}
 */
export function statementsScene(room, screen) {
  const all = byNumber(room.all("statements")).filter((/** @type {any} */ one) => one.state !== "removed");
  const chosen = screen.statement ? all.filter((/** @type {any} */ one) => one.id === screen.statement) : all;
  if (!chosen.length) return waiting(_("Le dire de l’État"), _("Les formulations proposées paraîtront ici."));
  return chosen.flatMap((/** @type {any} */ one) => pagesOf(room, one));
}

/**
 * @param {any} room
 * @param {any} one
 * @returns {Page[]}
 */
function pagesOf(room, one) {
  const head = {
    kicker: _("Dire de l’État %(id)s, %(state)s", { id: one.id, state: nameOf("statements", one.state) }),
    title: one.subject,
    foot: reserves(one),
  };
  return textPages(head, statementFacts(room, one));
}

/**
 * @param {any} room
 * @param {any} one
 * @returns {import("./texts.js").Labelled[]}
 */
export function statementFacts(room, one) {
  return [
    { label: _("Ce que l’État dit"), text: one.says },
    { label: _("Ce qu’il ne dit pas"), text: one.does_not_say },
    { label: _("Destinataires"), text: one.audience },
    { label: _("Qui le porte"), text: shortName(room, one.carried_by) },
    { label: _("Compétence"), text: one.competence },
    ...(one.reserves ?? []).map((/** @type {any} */ reserve) => ({
      label: _("Réserve : %(service)s", { service: shortName(room, reserve.service) }),
      text: reserve.text,
    })),
  ].filter((fact) => fact.text);
}

/** @param {any} one */
function reserves(one) {
  const count = one.reserves?.length ?? 0;
  return count ? n_("%(n)s réserve", "%(n)s réserves", count, { n: count }) : "";
}
