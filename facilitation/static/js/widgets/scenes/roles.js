/**
 * Who does what, at which level: for one situation, service by service; else all situations in a
 * line each. Two authorities, or none, or levels that differ are the finding: they are said in words.
 */
import { html, nothing } from "../../core/dom.js";
import { _ } from "../../core/i18n.js";
import { nameOf } from "../../core/names.js";
import { bodyLines, linesOf, pack } from "./layout.js";
import { shortName, waiting } from "./parts.js";

/** @typedef {import("./parts.js").Page} Page */

/**
 * @param {any} room
 * @param {any} screen
 * @returns {Page[]}
 */
export function rolesScene(room, screen) {
  const one = room.get("cases", screen.case);
  return one ? single(room, one) : every(room);
}

/**
 * @param {any} room
 * @param {string} id
 */
function cellsOf(room, id) {
  return room.all("roles").filter((/** @type {any} */ cell) => cell.case === id);
}

/** The roles said of a cell: the one settled in the room, else all that were expressed. */
function rolesOf(/** @type {any} */ cell) {
  return cell.settled_role ? [cell.settled_role] : (cell.roles ?? []).map(([role]) => role);
}

/** @param {any} cell */
function levelsOf(cell) {
  return cell.settled_level ? [cell.settled_level] : (cell.levels ?? []).map(([level]) => level);
}

/**
 * What a situation's cells show, in a few words; empty when all agree.
 * @param {any[]} cells
 */
export function findings(cells) {
  const authorities = cells.filter((cell) => rolesOf(cell).includes("authority"));
  const levels = new Set(cells.flatMap(levelsOf));
  const said = [];
  if (cells.length && !authorities.length) said.push(_("aucune autorité exprimée"));
  if (authorities.length > 1) said.push(_("%(n)s autorités exprimées", { n: authorities.length }));
  if (levels.size > 1) said.push(_("niveaux différents"));
  return said.join(", ");
}

/**
 * @param {any} room
 * @param {any} one
 * @returns {Page[]}
 */
function single(room, one) {
  const cells = new Map(cellsOf(room, one.id).map((/** @type {any} */ cell) => [cell.service, cell]));
  const services = [...new Set([...one.services, ...cells.keys()])];
  const head = {
    kicker: _("Situation %(n)s : qui fait quoi, à quel niveau", { n: one.number }),
    title: one.title,
    foot: findings([...cells.values()]) || nothing,
  };
  const rows = services.map((service) => ({ name: shortName(room, service), said: inWords(cells.get(service)) }));
  const size = (/** @type {any} */ row) => Math.max(linesOf(row.name, 22), linesOf(row.said, 46)) + 0.4;
  return pack(rows, size, bodyLines(one.title)).map((part) => ({ ...head, body: table(part) }));
}

/** @param {any} cell */
function inWords(cell) {
  const roles = cell ? rolesOf(cell).map((role) => nameOf("roles", role)) : [];
  const levels = cell ? levelsOf(cell).map((level) => nameOf("levels", level)) : [];
  if (!roles.length && !levels.length) return _("non renseigné");
  return [roles.join(" / "), levels.join(" / ")].filter(Boolean).join(", ");
}

/** @param {{name: string, said: string}[]} rows */
function table(rows) {
  return html`<ul class="stage-rows">
    ${rows.map((row) => html`<li class="stage-row is-pair"><strong>${row.name}</strong><span>${row.said}</span></li>`)}
  </ul>`;
}

/**
 * @param {any} room
 * @returns {Page[]}
 */
function every(room) {
  const title = _("Qui fait quoi, situation par situation");
  const cases = room.all("cases").filter((/** @type {any} */ one) => cellsOf(room, one.id).length);
  if (!cases.length) return waiting(title, _("Les positionnements des services paraîtront ici."));
  const rows = cases.map((/** @type {any} */ one) => ({ name: `${one.number}. ${one.title}`, said: line(room, one) }));
  const size = (/** @type {any} */ row) => Math.max(linesOf(row.name, 22), linesOf(row.said, 46)) + 0.4;
  return pack(rows, size, bodyLines(title, false)).map((part) => ({ title, body: table(part) }));
}

/**
 * @param {any} room
 * @param {any} one
 */
function line(room, one) {
  const cells = cellsOf(room, one.id);
  const pilots = cells
    .filter((/** @type {any} */ cell) => rolesOf(cell).includes("pilot"))
    .map((/** @type {any} */ cell) => shortName(room, cell.service));
  const first = pilots.length ? _("pilote : %(names)s", { names: pilots.join(", ") }) : _("aucun pilote exprimé");
  return [first, findings(cells)].filter(Boolean).join(" ; ");
}
