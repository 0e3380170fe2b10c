/** The draft action plan: all actions in a line each; or one fiche-action, read through page by page. */
import { html } from "../../core/dom.js";
import { _, day } from "../../core/i18n.js";
import { nameOf } from "../../core/names.js";
import { bodyHeight, rowHeight, WIDTH } from "./layout.js";
import { linesOf } from "./lines.js";
import { byNumber } from "./order.js";
import { pack } from "./paging.js";
import { waiting } from "./parts.js";
import { sheetFacts } from "./sheet.js";
import { shortName } from "./speakers.js";
import { pairPages } from "./texts.js";

/** @typedef {import("./parts.js").Page} Page */

/** The width of an action's title beside its number. */
const TITLE = WIDTH - 170 - 36;

/**
 * @param {any} room
 * @param {any} screen
 * @returns {Page[]}
 */
export function planScene(room, screen) {
  const one = room.get("actions", screen.action);
  return one && one.state === "live" ? single(room, one) : every(room);
}

/** @param {any} room */
export function liveActions(room) {
  return byNumber(room.all("actions")).filter((/** @type {any} */ one) => one.state === "live");
}

/**
 * @param {any} room
 * @returns {Page[]}
 */
function every(room) {
  const title = _("Le projet de plan d’action");
  const actions = liveActions(room);
  if (!actions.length) return waiting(title, _("Les pistes d’action paraîtront ici, fiche par fiche."));
  const head = { title, foot: draft() };
  const size = (/** @type {any} */ one) =>
    rowHeight(linesOf(one.title, TITLE, { bold: true }) + linesOf(inBrief(room, one), TITLE));
  return pack(actions, size, bodyHeight(head)).map((part) => ({
    ...head,
    body: html`<ol class="stage-rows">${part.map((/** @type {any} */ one) => row(room, one))}</ol>`,
  }));
}

/** The line that says what a plan of the room is worth. */
export function draft() {
  return _("Projet : le préfet décide.");
}

/**
 * @param {any} room
 * @param {any} one
 */
function row(room, one) {
  return html`<li class="stage-row is-action"><span class="stage-number">${one.id}</span>
    <span><strong>${one.title}</strong><br><span class="stage-soft">${inBrief(room, one)}</span></span></li>`;
}

/**
 * Who leads an action, and by when.
 * @param {any} room
 * @param {any} one
 */
function inBrief(room, one) {
  const pilot = one.pilot ? _("pilote : %(name)s", { name: shortName(room, one.pilot) }) : _("pilote à désigner");
  return [pilot, due(one)].filter(Boolean).join(", ");
}

/** @param {any} one */
function due(one) {
  return one.due ? _("échéance : %(day)s", { day: day(one.due) }) : "";
}

/**
 * @param {any} room
 * @param {any} one
 * @returns {Page[]}
 */
function single(room, one) {
  const head = {
    kicker: _("Fiche-action %(id)s, %(status)s", { id: one.id, status: nameOf("statuses", one.status) }),
    title: one.title,
    foot: draft(),
  };
  const pages = pairPages(head, sheetFacts(room, one));
  return pages.length
    ? pages
    : [{ ...head, body: html`<p class="stage-waiting">${_("La fiche est à compléter.")}</p>` }];
}
