/** Texts under their labels, and pairs of a name and what is said of it, running over pages. */
import { html, nothing } from "../../core/dom.js";
import { _ } from "../../core/i18n.js";
import { bodyHeight, LINE, rowHeight, WIDTH } from "./layout.js";
import { linesOf } from "./lines.js";
import { flow } from "./paging.js";

/**
 * @typedef {import("./parts.js").Page} Page
 * @typedef {{title: string, kicker?: string, foot?: string}} Head
 * @typedef {{label: string, text: string, goesOn?: boolean}} Labelled
 */

/** Widths of a pair's two halves. */
const NAME = 560;
const SAID = WIDTH - NAME - 36;

/**
 * Texts over the whole width, each under its label, going on from page to page.
 * @param {Head} head
 * @param {Labelled[]} items
 * @returns {Page[]}
 */
export function textPages(head, items) {
  const pages = flow(items.flatMap(paragraphs), {
    width: WIDTH,
    height: bodyHeight(head),
    size: (item, lines) => lines * LINE + (item.label && !item.goesOn ? LINE + 6 : 0) + 30,
  });
  return pages.map((page) => ({ ...head, body: html`<div class="stage-text">${page.map(labelled)}</div>` }));
}

/** @param {Labelled} one */
function labelled(one) {
  return html`${one.label && !one.goesOn ? html`<h2 class="stage-label">${one.label}</h2>` : nothing}<p>${one.text}</p>`;
}

/**
 * A text's paragraphs, the first under its label.
 * @param {Labelled} one
 * @returns {Labelled[]}
 */
export function paragraphs({ label, text }) {
  const parts = text.split(/\n\s*\n/).map((part) => part.replaceAll("\n", " ").trim());
  return parts.filter(Boolean).map((part, place) => ({ label: place ? "" : label, text: part }));
}

/**
 * Pairs of a name and what is said of it, a long one going on from page to page.
 * @param {Head} head
 * @param {Labelled[]} pairs
 * @returns {Page[]}
 */
export function pairPages(head, pairs) {
  const pages = flow(pairs, {
    width: SAID,
    height: bodyHeight(head),
    size: (pair, lines) => rowHeight(Math.max(lines, linesOf(nameOfPair(pair), NAME, { bold: true }))),
  });
  return pages.map((page) => ({
    ...head,
    body: html`<ul class="stage-rows">${page.map((pair) => html`<li class="stage-row is-pair"><strong>${nameOfPair(pair)}</strong><span>${pair.text}</span></li>`)}</ul>`,
  }));
}

/** @param {Labelled} pair */
function nameOfPair({ label, goesOn }) {
  return goesOn ? _("%(name)s (suite)", { name: label }) : label;
}
