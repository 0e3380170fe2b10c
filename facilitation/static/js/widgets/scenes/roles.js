/**
 * Who does what, at which level: for one situation, service by service; else all situations in a
 * line each. Two authorities, or none, or levels that differ are the finding: they are said in words.
 */
import { _ } from "../../core/i18n.js";
import { nameOf } from "../../core/names.js";
import { matrixPages } from "./matrix.js";
import { shortName, spokenFor, waiting } from "./parts.js";
import { cellsOf, levelsOf, rolesOf } from "./positions.js";
import { pairPages } from "./texts.js";

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
    foot: [findings([...cells.values()]), spokenFor()].filter(Boolean).join(". "),
  };
  return pairPages(
    head,
    services.map((service) => ({ label: shortName(room, service), text: inWords(cells.get(service)) })),
  );
}

/** @param {any} cell */
function inWords(cell) {
  const roles = cell ? rolesOf(cell).map((role) => nameOf("roles", role)) : [];
  const levels = cell ? levelsOf(cell).map((level) => nameOf("levels", level)) : [];
  if (!roles.length && !levels.length) return _("non renseigné");
  return [roles.join(" / "), levels.join(" / ")].filter(Boolean).join(", ");
}

/**
 * @param {any} room
 * @returns {Page[]}
 */
function every(room) {
  const title = _("Qui fait quoi, situation par situation");
  const cases = room.all("cases").filter((/** @type {any} */ one) => cellsOf(room, one.id).length);
  if (!cases.length) return waiting(title, _("Les positionnements des services paraîtront ici."));
  const pairs = cases.map((/** @type {any} */ one) => ({
    label: `${one.number}. ${one.title}`,
    text: line(room, one),
  }));
  return [...pairPages({ title, foot: spokenFor() }, pairs), ...matrixPages(room)];
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
