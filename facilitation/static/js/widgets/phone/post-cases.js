/** The situations that a positioning may speak of, and those that were spoken of from this phone. */
import { html, nothing } from "../../core/dom.js";
import { _ } from "../../core/i18n.js";
import { nextCase } from "./post-payload.js";

/** @param {import("./desk.js").Desk} desk */
export function choosesCase(desk) {
  return everyCase(desk) || !desk.currentCase();
}

/** @param {import("./desk.js").Desk} desk */
export function everyCase(desk) {
  return !!desk.step()?.every_case;
}

/** @param {import("./desk.js").Desk} desk */
export function allCases(desk) {
  return desk.room.all("cases").sort((one, other) => one.number - other.number);
}

/** @param {import("./desk.js").Desk} desk */
export function spokenCases(desk) {
  const mine = desk.outbox.entries().filter((one) => one.meta.who === desk.who() && one.state !== "refused");
  return new Set(mine.filter((one) => one.payload.kind === "positioning").map((one) => one.payload.case));
}

/**
 * What a form holds before anybody touches it: the next situation, the mark that the step asks for.
 * @param {import("./desk.js").Desk} desk
 * @param {string} kind
 * @returns {any}
 */
export function startOf(desk, kind) {
  if (kind === "proposal") {
    return Object.fromEntries((desk.step()?.tags ?? []).map((/** @type {string} */ tag) => [tag, true]));
  }
  if (kind !== "positioning" || !everyCase(desk) || !desk.me()) return {};
  const ids = allCases(desk).map((one) => one.id);
  return { case: nextCase(ids, spokenCases(desk)) };
}

/**
 * Where one is in the round of all situations.
 * @param {import("./desk.js").Desk} desk
 */
export function progress(desk) {
  if (!everyCase(desk) || !desk.me()) return nothing;
  const all = allCases(desk).length;
  const n = allCases(desk).filter((one) => spokenCases(desk).has(one.id)).length;
  const words =
    n === all
      ? _("Votre service est positionné sur toutes les situations. Merci.")
      : _("Situations renseignées : %(n)s sur %(all)s", { n, all });
  return html`<p class="soft" role="status">${words}</p>`;
}
