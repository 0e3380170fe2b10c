/** The référents: policy by policy, which service, which function, and how far it is agreed. */
import { html } from "../../core/dom.js";
import { _ } from "../../core/i18n.js";
import { nameOf } from "../../core/names.js";
import { bodyLines, linesOf, pack } from "./layout.js";
import { shortName, waiting } from "./parts.js";

/** @typedef {import("./parts.js").Page} Page */

/**
 * @param {any} room
 * @returns {Page[]}
 */
export function referentsScene(room) {
  const title = _("Les référents par politique publique");
  const rows = room
    .all("policies")
    .map((/** @type {any} */ policy) => ({ name: policy.name, said: namesOf(room, policy) }));
  if (!rows.length) return waiting(title, _("Aucune politique publique n’est prévue."));
  const size = (/** @type {any} */ row) => Math.max(linesOf(row.name, 24), linesOf(row.said, 44)) + 0.4;
  return pack(rows, size, bodyLines(title, false)).map((part) => ({
    title,
    body: html`<ul class="stage-rows">
      ${part.map((row) => html`<li class="stage-row is-pair"><strong>${row.name}</strong><span>${row.said}</span></li>`)}
    </ul>`,
  }));
}

/**
 * @param {any} room
 * @param {any} policy
 */
function namesOf(room, policy) {
  const named = room
    .all("referents")
    .filter((/** @type {any} */ one) => one.policy === policy.id && one.state !== "declined");
  if (!named.length)
    return _("à désigner : %(services)s", {
      services: policy.services.map((/** @type {string} */ id) => shortName(room, id)).join(", "),
    });
  return named.map((/** @type {any} */ one) => inWords(room, one)).join(" ; ");
}

/**
 * @param {any} room
 * @param {any} one
 */
function inWords(room, one) {
  const who = [shortName(room, one.service), one.function].filter(Boolean).join(", ");
  return `${who} (${nameOf("referents", one.state)})`;
}
