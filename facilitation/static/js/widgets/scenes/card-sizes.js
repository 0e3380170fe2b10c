/** How high a contribution's card is, measured before it is drawn; one longer than a page becomes several. Pure. */
import { nameOf } from "../../core/names.js";
import { LINE } from "./layout.js";
import { cut, linesOf } from "./lines.js";
import { widthOf } from "./measure.js";
import { from } from "./speakers.js";

/** Text widths of a card in a column, and of one over the whole width. */
export const HALF = 765;
const WHOLE = 1640;

/** Padding and borders of a card with the gap below it. */
const AROUND = 18 + 16 + 12 + 24;

/** What stands beside the signature: the kind's mark, two gaps, the theme's letter. */
const BESIDE = 30 + 16 + 28 + 28 + 56;

/** @typedef {{slip: any, text: string, height: number, key: string}} Card */

/**
 * What was measured once, by text: a wall is drawn anew each second and may hold a thousand.
 * @type {WeakMap<any, Map<string, readonly Card[]>>}
 */
const measured = new WeakMap();

/**
 * A contribution as one card; as several when it is longer than a page.
 * @param {any} room
 * @param {any} slip
 * @param {number} width of its text
 * @param {number} height of the page
 * @returns {readonly Card[]} frozen, for it is kept
 */
export function cardsOf(room, slip, width, height) {
  const who = from(room, slip);
  const key = `${width} ${height} ${who}`;
  const known = measured.get(slip) ?? new Map();
  measured.set(slip, known);
  const cards = known.get(key) ?? Object.freeze(measure(who, slip, width, height));
  known.set(key, cards);
  return cards;
}

/**
 * @param {string} who
 * @param {any} slip
 * @param {number} width
 * @param {number} height
 */
function measure(who, slip, width, height) {
  const named = width - BESIDE - widthOf(nameOf("kinds", slip.kind), { bold: true });
  const facts = factsOf(slip);
  const fixed = AROUND + LINE * (linesOf(who, named) + (facts ? linesOf(facts, width) : 0));
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
export function factsOf(/** @type {any} */ slip) {
  return [nameOf("roles", slip.role), nameOf("levels", slip.level)].filter(Boolean).join(", ");
}

/**
 * Neighbours of one width stand together: a page has two columns, or one.
 * @param {any} room
 * @param {any[]} slips
 * @param {number} height
 */
export function runs(room, slips, height) {
  /** @type {{wide: boolean, cards: Card[]}[]} */
  const all = [];
  for (const slip of slips) {
    const short = cardsOf(room, slip, HALF, height);
    const wide = short.length > 1;
    const cards = wide ? cardsOf(room, slip, WHOLE, height) : short;
    const last = all.at(-1);
    if (last?.wide === wide) last.cards.push(...cards);
    // What was measured is kept: it is not added to.
    else all.push({ wide, cards: [...cards] });
  }
  return all;
}
