/** The référents: policy by policy, which service, which function, and how far it is agreed. */
import { _ } from "../../core/i18n.js";
import { nameOf } from "../../core/names.js";
import { waiting } from "./parts.js";
import { shortName } from "./speakers.js";
import { pairPages } from "./texts.js";

/** @typedef {import("./parts.js").Page} Page */

/**
 * @param {any} room
 * @returns {Page[]}
 */
export function referentsScene(room) {
  const title = _("Les référents par politique publique");
  const pairs = room
    .all("policies")
    .map((/** @type {any} */ policy) => ({ label: policy.name, text: namesOf(room, policy) }));
  return pairs.length ? pairPages({ title }, pairs) : waiting(title, _("Aucune politique publique n’est prévue."));
}

/**
 * @param {any} room
 * @param {any} policy
 */
function namesOf(room, policy) {
  const named = room
    .all("referents")
    .filter((/** @type {any} */ one) => one.policy === policy.id && one.state !== "declined")
    .sort((/** @type {any} */ one, /** @type {any} */ other) => (one.id < other.id ? -1 : 1));
  if (!named.length)
    return _("à désigner : %(services)s", {
      services: (policy.services ?? []).map((/** @type {string} */ id) => shortName(room, id)).join(", "),
    });
  return named.map((/** @type {any} */ one) => inWords(room, one)).join("\n");
}

/**
 * @param {any} room
 * @param {any} one
 */
function inWords(room, one) {
  const who = [shortName(room, one.service), one.function].filter(Boolean).join(", ");
  return `${who} (${nameOf("referents", one.state)})`;
}
