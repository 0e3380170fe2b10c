/** The matrix of roles: services in rows, situations in columns, a letter for a role; its legend below. */
import { html } from "../../core/dom.js";
import { _ } from "../../core/i18n.js";
import { bodyHeight, rowHeight } from "./layout.js";
import { linesOf } from "./lines.js";
import { pack } from "./paging.js";
import { legend, letters, rolesOf } from "./positions.js";
import { shortName } from "./speakers.js";

/** The width of a service's name, and the most columns that stand beside it. */
const NAME = 460;
const COLUMNS = 8;

/**
 * @param {any} room
 * @returns {import("./parts.js").Page[]}
 */
export function matrixPages(room) {
  const cells = new Map(room.all("roles").map((/** @type {any} */ cell) => [cell.id, cell]));
  const heard = new Set([...cells.values()].map((cell) => cell.service));
  const services = room.all("services").filter((/** @type {any} */ one) => heard.has(one.id));
  const cases = [...room.all("cases")].sort((one, other) => one.number - other.number);
  const head = { title: _("Services et situations"), foot: legend() };
  const size = (/** @type {any} */ one) => rowHeight(linesOf(shortName(room, one.id), NAME, { bold: true }));
  return inParts(cases, COLUMNS).flatMap((columns) =>
    pack(services, size, bodyHeight(head) - rowHeight(1), 6).map((rows) => ({
      ...head,
      body: table(room, cells, columns, rows),
    })),
  );
}

/**
 * @template T
 * @param {T[]} all
 * @param {number} most
 * @returns {T[][]}
 */
function inParts(all, most) {
  return Array.from({ length: Math.ceil(all.length / most) }, (_unused, part) =>
    all.slice(part * most, (part + 1) * most),
  );
}

/**
 * @param {any} room
 * @param {Map<string, any>} cells
 * @param {any[]} cases
 * @param {any[]} services
 */
function table(room, cells, cases, services) {
  const known = letters();
  const said = (/** @type {string} */ id) => rolesOf(cells.get(id) ?? {}).map((role) => known[role] ?? role);
  return html`<table class="stage-matrix">
    <thead><tr><th scope="col">${_("Situation")}</th>${cases.map((one) => html`<th scope="col">${one.number}</th>`)}</tr></thead>
    <tbody>${services.map((one) => html`<tr><th scope="row">${shortName(room, one.id)}</th>${cases.map((where) => html`<td>${said(`${where.id}/${one.id}`).join("") || "·"}</td>`)}</tr>`)}</tbody>
  </table>`;
}
