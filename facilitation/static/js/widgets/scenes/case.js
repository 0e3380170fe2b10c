/**
 * A situation concrète: its context, the information as it comes, its questions, then what its
 * tables put forward, side by side. Without a situation chosen: all of them, with their tables.
 */
import { html } from "../../core/dom.js";
import { _, n_ } from "../../core/i18n.js";
import { columnTemplate, halfCards } from "./cards.js";
import { bodyHeight, LINE, rowHeight } from "./layout.js";
import { linesOf } from "./lines.js";
import { casesInHand, chosen } from "./order.js";
import { pack } from "./paging.js";
import { waiting } from "./parts.js";
import { textPages } from "./texts.js";

/** @typedef {import("./parts.js").Page} Page */

/** The width of a title in the list of all situations. */
const TITLE = 1200;

/**
 * @param {any} room
 * @param {any} screen
 * @returns {Page[]}
 */
export function caseScene(room, screen) {
  const one = room.get("cases", screen.case);
  return one ? single(room, one) : every(room);
}

/**
 * @param {any} room
 * @param {any} one
 * @returns {Page[]}
 */
function single(room, one) {
  const head = { kicker: _("Situation %(n)s", { n: one.number }), title: one.title, foot: tablesOf(room, one) };
  const said = sides(room, one, bodyHeight(head)).map((body) => ({ ...head, body }));
  const pages = [...textPages(head, items(one)), ...said];
  return pages.length ? pages : waiting(one.title, _("Cette situation n’est pas encore ouverte."));
}

/** @param {any} one */
function items(one) {
  const news = (one.releases ?? []).map((/** @type {any} */ piece) => ({
    label: _("Information nouvelle : %(title)s", { title: piece.title }),
    text: piece.text,
  }));
  const questions = (one.questions ?? []).map((/** @type {string} */ text, /** @type {number} */ place) => ({
    label: place ? "" : _("Questions"),
    text: `${place + 1}. ${text}`,
  }));
  return [{ label: "", text: one.context ?? "" }, ...news, ...questions];
}

/**
 * What the situation's tables put on the screen: one column per table.
 * @param {any} room
 * @param {any} one
 * @param {number} height
 */
function sides(room, one, height) {
  const under = height - LINE - 24;
  const shown = chosen(room, (slip) => slip.case === one.id);
  const columns = one.tables.map((/** @type {string} */ table) => {
    const slips = shown.filter((/** @type {any} */ slip) => slip.table === table);
    const cards = slips.flatMap((/** @type {any} */ slip) => halfCards(room, slip, under));
    return pack(cards, (/** @type {any} */ card) => card.height, under, 3);
  });
  const count = Math.max(0, ...columns.map((/** @type {any[]} */ pages) => pages.length));
  return Array.from(
    { length: count },
    (_unused, place) => html`<div class="stage-columns">
      ${one.tables.map((/** @type {string} */ table, /** @type {number} */ at) => side(room, table, columns[at][place] ?? []))}
    </div>`,
  );
}

/**
 * @param {any} room
 * @param {string} table
 * @param {import("./cards.js").Card[]} cards
 */
function side(room, table, cards) {
  return html`<section class="stage-side"><h2 class="stage-label">${room.get("tables", table)?.name ?? table}</h2>${columnTemplate(room, cards)}</section>`;
}

/**
 * @param {any} room
 * @param {any} one
 */
function tablesOf(room, one) {
  const names = one.tables.map((/** @type {string} */ id) => room.get("tables", id)?.number ?? id).join(", ");
  return names ? n_("Table %(names)s", "Tables %(names)s", one.tables.length, { names }) : "";
}

/**
 * @param {any} room
 * @returns {Page[]}
 */
function every(room) {
  const round = room.get("steps", room.all("workshop")[0]?.step)?.round;
  const cases = casesInHand(room, round);
  const title = round ? _("Une situation par table") : _("Les situations de la journée");
  if (!cases.length) return waiting(title, _("Aucune situation n’est prévue."));
  const pages = pack(cases, (one) => rowHeight(linesOf(one.title, TITLE)), bodyHeight({ title }));
  return pages.map((part) => ({ title, body: html`<ol class="stage-rows">${part.map((one) => row(room, one))}</ol>` }));
}

/**
 * @param {any} room
 * @param {any} one
 */
function row(room, one) {
  return html`<li class="stage-row is-case"><span class="stage-number">${one.number}</span><span>${one.title}</span><span class="stage-aside">${tablesOf(room, one)}</span></li>`;
}
