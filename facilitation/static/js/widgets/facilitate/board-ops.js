/**
 * The theme board as plain values: columns, what a move would send, where the keyboard goes.
 * No element is touched here; `board.js` draws, `core/drag.js` drags.
 */
import { hasWords } from "./wall-filters.js";

export const UNTHEMED = "none";

/**
 * Live themes in the board's order with their texts, and the texts without a theme.
 * `hand` holds moves not yet confirmed (text id → theme id or null): the hand sees them at once.
 */
export function columns(themes, contributions, hand = new Map()) {
  const live = themes
    .filter((theme) => theme.state === "live")
    .sort((a, b) => a.position - b.position || a.id.localeCompare(b.id));
  const byTheme = new Map(live.map((theme) => [theme.id, /** @type {any[]} */ ([])]));
  /** @type {any[]} */
  const without = [];
  for (const one of contributions) {
    if (one.state !== "posted") continue;
    const theme = hand.has(one.id) ? hand.get(one.id) : one.theme;
    (byTheme.get(theme) ?? without).push(one);
  }
  return { themes: live.map((theme) => ({ theme, cards: byTheme.get(theme.id) })), without };
}

/** Cards of the unthemed column that the search keeps, newest first. */
export function searched(cards, text, kind = "") {
  return cards.filter((one) => (!kind || one.kind === kind) && hasWords(one, text)).reverse();
}

/** The payload that moves texts, with the versions this hand saw; null when nothing moves. */
export function assignment(texts, theme) {
  const target = theme === UNTHEMED ? null : theme;
  const moving = texts.filter((one) => (one.theme ?? null) !== target);
  if (!moving.length) return null;
  return {
    contributions: moving.map((one) => one.id),
    theme: target,
    bases: moving.map((one) => one.v ?? 0),
  };
}

/** What to drag when a card is taken: the whole choice if the card is part of it. */
export function taken(cardId, chosen) {
  return chosen.has(cardId) ? [...chosen] : [cardId];
}

/**
 * Another hand touched a text, but its theme is still the one we saw (somebody tagged or
 * supported it): then our move is no conflict, and can be sent again with what is current.
 */
export function stillMovable(seen, current) {
  return Boolean(current) && current.state === "posted" && (current.theme ?? null) === (seen.theme ?? null);
}

/** The position to give a theme so that it stands just before or after another one. */
export function placeOf(themes, moved, step) {
  const others = themes.map((one) => one.id);
  const at = others.indexOf(moved);
  const neighbour = themes[at + step];
  if (at < 0 || !neighbour) return null;
  return { theme: moved, position: neighbour.position, other: neighbour.id, otherPosition: themes[at].position };
}

/** The card at this height in the next column that holds any, or null at the edge. */
function across(lists, column, row, step) {
  for (let next = column + step; next >= 0 && next < lists.length; next += step) {
    if (lists[next].length) return lists[next][Math.min(row, lists[next].length - 1)];
  }
  return null;
}

/**
 * The card the keyboard goes to; columns are lists of ids, the unthemed one first.
 * @param {string[][]} lists
 * @param {string|null} card
 * @param {string} direction
 */
export function neighbour(lists, card, direction) {
  const id = card ?? "";
  const column = lists.findIndex((list) => list.includes(id));
  if (column < 0) return lists.find((list) => list.length)?.[0] ?? null;
  const row = lists[column].indexOf(id);
  if (direction === "up") return lists[column][row - 1] ?? id;
  if (direction === "down") return lists[column][row + 1] ?? id;
  return across(lists, column, row, direction === "right" ? 1 : -1) ?? id;
}
