/** The contributions that the facilitator chose for the screen: seven cards at most on a page. */
import { _, n_ } from "../../core/i18n.js";
import { cardPages } from "./cards.js";
import { bodyHeight } from "./layout.js";
import { chosen } from "./order.js";
import { spokenFor, waiting } from "./parts.js";

/** @typedef {import("./parts.js").Page} Page */

/**
 * @param {any} room
 * @param {any} screen
 * @returns {Page[]}
 */
export function wallScene(room, screen) {
  const shown = chosen(room, (one) => !screen.kind || one.kind === screen.kind);
  const title = originOf(shown) || titleOf(screen.kind);
  if (!shown.length) return waiting(title, _("Les contributions choisies paraîtront ici."));
  const count = n_("%(n)s contribution choisie", "%(n)s contributions choisies", shown.length, { n: shown.length });
  const head = { title, foot: screen.kind === "positioning" ? spokenFor() : count };
  return cardPages(room, shown, bodyHeight(head)).map((body) => ({ ...head, body }));
}

/**
 * Where all of these come from, when none of them was written here.
 * @param {any[]} shown
 */
function originOf(shown) {
  const origin = shown[0]?.origin;
  return origin && shown.every((one) => one.origin === origin) ? _("Rappel : %(origin)s", { origin }) : "";
}

/** @param {string|null} kind */
function titleOf(kind) {
  if (kind === "expectation") return _("Ce que la salle attend");
  if (kind === "positioning") return _("Comment les services se positionnent");
  if (kind === "proposal") return _("Ce que la salle propose");
  return _("Ce que dit la salle");
}
