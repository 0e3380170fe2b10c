/** A contribution as a card, measured before it is drawn; one longer than a page becomes several. */
import { html, nothing } from "../../core/dom.js";
import { nameOf } from "../../core/names.js";
import { LINE } from "./layout.js";
import { cut, linesOf } from "./lines.js";
import { widthOf } from "./measure.js";
import { kindMark, themeMark } from "./parts.js";
import { from } from "./speakers.js";

/** Padding and borders of a card with the gap below it. */
const AROUND = 18 + 16 + 12 + 24;

/** What stands beside the signature: the kind's mark, two gaps, the theme's letter. */
const BESIDE = 30 + 16 + 28 + 28 + 56;

/** @typedef {{slip: any, text: string, height: number, key: string}} Card */

/**
 * What was measured once, by text: a wall is drawn anew each second and may hold a thousand.
 * @type {WeakMap<any, Map<string, Card[]>>}
 */
const measured = new WeakMap();

/**
 * A contribution as one card; as several when it is longer than a page.
 * @param {any} room
 * @param {any} slip
 * @param {number} width of its text
 * @param {number} height of the page
 * @returns {Card[]}
 */
export function cardsOf(room, slip, width, height) {
  const who = from(room, slip);
  const key = `${width} ${height} ${who}`;
  const known = measured.get(slip) ?? new Map();
  measured.set(slip, known);
  const cards = known.get(key) ?? measure(who, slip, width, height);
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
function factsOf(/** @type {any} */ slip) {
  return [nameOf("roles", slip.role), nameOf("levels", slip.level)].filter(Boolean).join(", ");
}

/**
 * @param {any} room
 * @param {Card} card
 */
export function cardTemplate(room, { slip, text }) {
  const theme = room.get("themes", slip.theme);
  const facts = factsOf(slip);
  return html`<article class="stage-card slip-${slip.kind}">
    <p class="stage-card-head">${kindMark(slip.kind)}<span>${from(room, slip)}</span>${theme ? themeMark(theme) : nothing}</p>
    <p>${text}</p>
    ${facts ? html`<p class="stage-facts">${facts}</p>` : nothing}
  </article>`;
}
