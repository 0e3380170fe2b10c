/**
 * Who does what, at which level: for one situation, service by service; else all situations in a
 * line each. Two authorities, or none, or levels that differ are the finding: they are said in words.
 */
import { html } from "../../core/dom.js";
import { _ } from "../../core/i18n.js";
import { nameOf } from "../../core/names.js";
import { bodyHeight, rowHeight, WIDTH } from "./layout.js";
import { linesOf } from "./lines.js";
import { matrixPages } from "./matrix.js";
import { pack } from "./paging.js";
import { spokenFor, waiting } from "./parts.js";
import { cellsOf, findings, levelsOf, rolesOf } from "./positions.js";
import { shortName } from "./speakers.js";
import { pairPages } from "./texts.js";

/** @typedef {import("./parts.js").Page} Page */

/** The width of a situation's title beside its number. */
const TITLE = WIDTH - 96 - 36;

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
 * @param {any} one
 * @returns {Page[]}
 */
function single(room, one) {
  const cells = new Map(cellsOf(room, one.id).map((/** @type {any} */ cell) => [cell.service, cell]));
  const heard = room.all("services").map((/** @type {any} */ service) => service.id);
  const services = [...new Set([...one.services, ...heard.filter((/** @type {string} */ id) => cells.has(id))])];
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
  const cases = room
    .all("cases")
    .filter((/** @type {any} */ one) => cellsOf(room, one.id).length)
    .sort((/** @type {any} */ one, /** @type {any} */ other) => one.number - other.number);
  if (!cases.length) return waiting(title, _("Les positionnements des services paraîtront ici."));
  const head = { title, foot: spokenFor() };
  const size = (/** @type {any} */ one) =>
    rowHeight(linesOf(one.title, TITLE, { bold: true }) + linesOf(line(room, one), TITLE));
  const pages = pack(cases, size, bodyHeight(head)).map((part) => ({
    ...head,
    body: html`<ol class="stage-rows">${part.map((one) => row(room, one))}</ol>`,
  }));
  return [...pages, ...matrixPages(room)];
}

/**
 * @param {any} room
 * @param {any} one
 */
function row(room, one) {
  return html`<li class="stage-row is-case"><span class="stage-number">${one.number}</span>
    <span><strong>${one.title}</strong><br><span class="stage-soft">${line(room, one)}</span></span></li>`;
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
  const names = pilots.length ? _("pilote : %(names)s", { names: pilots.join(", ") }) : "";
  return [names, findings(cells)].filter(Boolean).join(" · ");
}
