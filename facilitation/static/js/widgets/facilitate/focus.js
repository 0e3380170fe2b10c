/**
 * Where the keyboard is: the card under the focus and the search field of the area on show.
 * It moves the focus only; what a key does is said elsewhere.
 */
import { putBack, standing } from "./focus-place.js";

/** Put the focus into the search field on show. */
export function focusSearch() {
  /** @type {HTMLElement|null} */ (document.querySelector("#main [type=search]"))?.focus();
}

/**
 * What the nearest element around the focus says of itself.
 * @param {"card"|"theme"} name
 */
function around(name) {
  return /** @type {HTMLElement|null|undefined} */ (document.activeElement?.closest(`[data-${name}]`))?.dataset[name];
}

/** A card that had the focus and left the page with it, scrolled far away. @type {string|null} */
let left = null;

/** Arrows begin anew. */
export function forgetLeft() {
  left = null;
}

/** What takes the focus is where arrows go on from, also once it is gone. */
export function watchFocus(page = document) {
  page.addEventListener("focusin", forgetLeft);
}

/** The id of the card that has the focus, if any. */
export function focusedCard() {
  return around("card") ?? null;
}

/** Where arrows go on from: the card that has the focus, or had it as long as nothing else took it. */
export function placeOfFocus() {
  return focusedCard() ?? (document.activeElement === document.body ? left : null);
}

/** The theme of the column in which the focus is, if any. */
export function focusedColumn() {
  return around("theme") ?? null;
}

/**
 * @param {string|null|undefined} id
 * @returns {HTMLElement|null}
 */
function onPage(id) {
  return id ? document.querySelector(`#main [data-card="${CSS.escape(id)}"]`) : null;
}

/**
 * Focus a card and bring it into sight.
 * @param {string|null|undefined} id
 * @returns {boolean} whether it is on the page
 */
export function focusCard(id) {
  const card = onPage(id);
  if (!card) return false;
  card.focus({ preventScroll: true });
  card.scrollIntoView({ block: "nearest", inline: "nearest" });
  return true;
}

/**
 * Draw, and leave the focus on its card although the card may now stand in another list, or so many
 * came before it that it would leave the page: one that was in sight stays, and where it was.
 * @param {() => void} draw
 * @param {(id: string) => boolean} seek let the next drawing hold a card
 */
export function keepingCard(draw, seek) {
  const id = focusedCard();
  const stood = id && standing(/** @type {HTMLElement} */ (onPage(id)));
  draw();
  if (!id || !stood) return;
  const far = stood.seen && !onPage(id) && seek(id);
  if (far) draw();
  if (document.activeElement === document.body && !focusCard(id)) left = id;
  putBack(onPage(id), stood, far);
}
