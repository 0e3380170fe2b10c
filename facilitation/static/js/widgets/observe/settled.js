/** What the day settled, given to observers after the close: who does what, and the référents. */
import { html } from "../../core/dom.js";
import { nameOf } from "../../core/names.js";
import { cellsOf, levelsOf, rolesOf } from "../scenes/positions.js";
import { shortName } from "../scenes/speakers.js";
import { facts } from "./entries.js";

/**
 * @param {any} room
 * @returns {unknown[]}
 */
export function positions(room) {
  const heard = room.all("cases").filter((/** @type {any} */ one) => cellsOf(room, one.id).length);
  return heard.map((/** @type {any} */ one) => {
    const cells = cellsOf(room, one.id).map((cell) => ({ label: shortName(room, cell.service), text: said(cell) }));
    return html`<article class="entry"><h3>${one.number}. ${one.title}</h3>${facts(cells)}</article>`;
  });
}

/** @param {any} cell */
function said(cell) {
  const roles = rolesOf(cell).map((one) => nameOf("roles", one));
  const levels = levelsOf(cell).map((one) => nameOf("levels", one));
  return [roles.join(" / "), levels.join(" / ")].filter(Boolean).join(", ");
}

/**
 * @param {any} room
 * @returns {unknown[]}
 */
export function referents(room) {
  const standing = room.all("referents").filter((/** @type {any} */ one) => one.state !== "declined");
  return standing.map((/** @type {any} */ one) => {
    const who = [shortName(room, one.service), one.function].filter(Boolean).join(", ");
    const policy = room.get("policies", one.policy)?.name ?? one.policy;
    return facts([{ label: policy, text: `${who} (${nameOf("referents", one.state)})` }]);
  });
}
