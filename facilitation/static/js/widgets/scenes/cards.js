/** Contributions as cards: two columns of short ones, the whole width for a long one. */
import { html, nothing, repeat } from "../../core/dom.js";
import { nameOf } from "../../core/names.js";
import { LINE } from "./layout.js";
import { cut, linesOf } from "./lines.js";
import { widthOf } from "./measure.js";
import { pack, packColumns } from "./paging.js";
import { from, kindMark, themeMark } from "./parts.js";

/** Text widths of a card in a column, and of one over the whole width. */
const HALF = 765;
const WHOLE = 1640;

/** Padding and borders of a card with the gap below it. */
const AROUND = 18 + 16 + 12 + 24;

/** What stands beside the signature: the kind's mark, two gaps, the theme's letter. */
const BESIDE = 30 + 16 + 28 + 28 + 56;

/** @typedef {{slip: any, text: string, height: number, key: string}} Card */

/**
 * Bodies of pages: cards in their order, seven at most on each.
 * @param {any} room
 * @param {any[]} slips
 * @param {number} height of the body
 */
export function cardPages(room, slips, height) {
  return runs(room, slips, height).flatMap(({ wide, cards }) =>
    wide
      ? pack(cards, heightOf, height).map((page) => columnTemplate(room, page))
      : packColumns(cards, heightOf, height).map((columns) => columnsTemplate(room, columns)),
  );
}

/** @param {Card} card */
function heightOf(card) {
  return card.height;
}

/**
 * Neighbours of one width stand together: a page has two columns, or one.
 * @param {any} room
 * @param {any[]} slips
 * @param {number} height
 */
function runs(room, slips, height) {
  /** @type {{wide: boolean, cards: Card[]}[]} */
  const all = [];
  for (const slip of slips) {
    const short = cardsOf(room, slip, HALF, height);
    const wide = short.length > 1;
    const cards = wide ? cardsOf(room, slip, WHOLE, height) : short;
    const last = all.at(-1);
    if (last?.wide === wide) last.cards.push(...cards);
    else all.push({ wide, cards });
  }
  return all;
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
 * A contribution as one card; as several when it is longer than a page.
 * @param {any} room
 * @param {any} slip
 * @param {number} width of its text
 * @param {number} height of the page
 * @returns {Card[]}
 */
function cardsOf(room, slip, width, height) {
  const named = width - BESIDE - widthOf(nameOf("kinds", slip.kind), { bold: true });
  const facts = factsOf(slip);
  const fixed = AROUND + LINE * (linesOf(from(room, slip), named) + (facts ? linesOf(facts, width) : 0));
  const cards = [];
  for (let rest = slip.text; rest; ) {
    const [text, left] = cut(rest, width - 40, Math.max(1, Math.floor((height - fixed) / LINE)));
    const key = `${slip.id}/${cards.length}`;
    const said = `${cards.length ? "… " : ""}${text}${left ? " …" : ""}`;
    cards.push({ slip, key, text: said, height: fixed + LINE * linesOf(said, width) });
    rest = left;
  }
  return cards;
}

/** The role and the level of a positioning, in words. */
function factsOf(/** @type {any} */ slip) {
  return [nameOf("roles", slip.role), nameOf("levels", slip.level)].filter(Boolean).join(", ");
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

/**
 * @param {any} room
 * @param {Card} card
 */
function cardTemplate(room, { slip, text }) {
  const theme = room.get("themes", slip.theme);
  const facts = factsOf(slip);
  return html`<article class="stage-card slip-${slip.kind}">
    <p class="stage-card-head">${kindMark(slip.kind)}<span>${from(room, slip)}</span>${theme ? themeMark(theme) : nothing}</p>
    <p>${text}</p>
    ${facts ? html`<p class="stage-facts">${facts}</p>` : nothing}
  </article>`;
}
