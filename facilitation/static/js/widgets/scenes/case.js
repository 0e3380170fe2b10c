/**
 * A situation concrète: its context, its questions, the information as it comes, then what its
 * tables put forward, side by side. Without a situation chosen: all of them, with their tables.
 */
import { html, nothing } from "../../core/dom.js";
import { _, n_ } from "../../core/i18n.js";
import { bodyLines, charsIn, linesOf, pack } from "./layout.js";
import { from, kindMark, pieces, WIDE, waiting } from "./parts.js";

/** @typedef {import("./parts.js").Page} Page */

const HALF = charsIn(800);

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
  const lines = bodyLines(one.title);
  const pages = pack(items(one, lines - 1), (item) => linesOf(item.text, WIDE - 4) + (item.label ? 1.6 : 0.5), lines);
  const texts = pages.map((part) => ({ ...head, body: html`<div class="stage-text">${part.map(item)}</div>` }));
  const said = side(room, one, lines).map((body) => ({ ...head, body }));
  return texts.length + said.length
    ? [...texts, ...said]
    : waiting(one.title, _("Cette situation n’est pas encore ouverte."));
}

/**
 * @param {any} one
 * @param {number} lines
 */
function items(one, lines) {
  const labelled = (/** @type {string} */ label, /** @type {string} */ text) =>
    pieces(text, WIDE - 4, lines - 1).map((part, place) => ({ label: place ? "" : label, text: part, number: 0 }));
  const questions = (one.questions ?? []).flatMap((/** @type {string} */ text, /** @type {number} */ place) =>
    labelled(place ? "" : _("Questions"), `${place + 1}. ${text}`),
  );
  const news = (one.releases ?? []).flatMap((/** @type {any} */ piece) =>
    labelled(_("Information nouvelle : %(title)s", { title: piece.title }), piece.text),
  );
  return [...labelled("", one.context ?? ""), ...news, ...questions];
}

/** @param {{label: string, text: string}} one */
function item(one) {
  return html`${one.label ? html`<h2 class="stage-label">${one.label}</h2>` : nothing}<p>${one.text}</p>`;
}

/**
 * What the situation's tables put on the screen: one column per table.
 * @param {any} room
 * @param {any} one
 * @param {number} lines
 */
function side(room, one, lines) {
  const size = (/** @type {any} */ slip) => linesOf(slip.text, HALF) + 2.2;
  const shown = room
    .all("contributions")
    .filter((/** @type {any} */ slip) => slip.case === one.id && slip.shown && slip.state === "posted");
  const columns = one.tables.map((/** @type {string} */ table) =>
    pack(
      shown.filter((/** @type {any} */ slip) => slip.table === table),
      size,
      lines - 1.2,
      3,
    ),
  );
  const count = Math.max(0, ...columns.map((/** @type {any[]} */ pages) => pages.length));
  return Array.from(
    { length: count },
    (_unused, place) => html`<div class="stage-columns">
      ${one.tables.map((/** @type {string} */ table, /** @type {number} */ at) => column(room, table, columns[at][place] ?? []))}
    </div>`,
  );
}

/**
 * @param {any} room
 * @param {string} table
 * @param {any[]} slips
 */
function column(room, table, slips) {
  return html`<section class="stage-column"><h2 class="stage-label">${room.get("tables", table)?.name ?? table}</h2>
    ${slips.map((slip) => html`<article class="stage-card slip-${slip.kind}"><p class="stage-card-head">${kindMark(slip.kind)}<span>${slip.service ? from(room, slip) : nothing}</span></p><p>${slip.text}</p></article>`)}
  </section>`;
}

/**
 * @param {any} room
 * @param {any} one
 */
function tablesOf(room, one) {
  const names = one.tables.map((/** @type {string} */ id) => room.get("tables", id)?.number ?? id).join(", ");
  return names ? n_("Table %(names)s", "Tables %(names)s", one.tables.length, { names }) : nothing;
}

/**
 * @param {any} room
 * @returns {Page[]}
 */
function every(room) {
  const cases = [...room.all("cases")].sort((one, other) => one.number - other.number);
  const title = _("Les situations de la journée");
  if (!cases.length) return waiting(title, _("Aucune situation n’est prévue."));
  const pages = pack(cases, (one) => Math.ceil(one.title.length / 50) + 0.4, bodyLines(title, false), 8);
  return pages.map((part) => ({ title, body: html`<ol class="stage-rows">${part.map((one) => row(room, one))}</ol>` }));
}

/**
 * @param {any} room
 * @param {any} one
 */
function row(room, one) {
  return html`<li class="stage-row"><span class="stage-number">${one.number}</span><span>${one.title}</span><span class="stage-aside">${tablesOf(room, one)}</span></li>`;
}
