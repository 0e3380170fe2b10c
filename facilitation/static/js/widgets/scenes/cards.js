/** Contributions as cards: two columns of short ones, the whole width for a long one. */
import { html, repeat } from "../../core/dom.js";
import { cardTemplate } from "./card.js";
import { cardsOf, HALF, runs } from "./card-sizes.js";
import { pack, packColumns } from "./paging.js";

/** @typedef {import("./card-sizes.js").Card} Card */

/**
 * Bodies of pages, each drawn when it is asked for: cards in their order, seven at most on each.
 * @param {any} room
 * @param {any[]} slips
 * @param {number} height of the body
 * @returns {(() => unknown)[]}
 */
export function cardPages(room, slips, height) {
  return runs(room, slips, height).flatMap(({ wide, cards }) =>
    wide
      ? pack(cards, heightOf, height).map((page) => () => columnTemplate(room, page))
      : packColumns(cards, heightOf, height).map((columns) => () => columnsTemplate(room, columns)),
  );
}

/** @param {Card} card */
function heightOf(card) {
  return card.height;
}

/**
 * Cards in one column of two, as for the tables of a situation.
 * @param {any} room
 * @param {any} slip
 * @param {number} height
 */
export function halfCards(room, slip, height) {
  return cardsOf(room, slip, HALF, height);
}

/**
 * @param {any} room
 * @param {Card[][]} columns
 */
function columnsTemplate(room, columns) {
  return html`<div class="stage-columns">${columns.map((column) => columnTemplate(room, column))}</div>`;
}

/**
 * @param {any} room
 * @param {Card[]} cards
 */
export function columnTemplate(room, cards) {
  const keyOf = (/** @type {Card} */ card) => card.key;
  return html`<div class="stage-column">${repeat(cards, keyOf, (card) => cardTemplate(room, card))}</div>`;
}
